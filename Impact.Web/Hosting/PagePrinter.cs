using System.Text;
using Impact.Web.Pages;
using Impact.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Impact.Web.Hosting;

/// <summary>Turns a page into the bytes of its HTML, on the server, once.</summary>
internal sealed class PagePrinter(IServiceProvider services, ILoggerFactory logs)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Renders a page to UTF-8.</summary>
    public async Task<byte[]> PrintAsync(Page page, Reader reader)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(PageView<>.Head)] = page.Head,
                [nameof(PageView<>.Model)] = page.Model,
                [nameof(PageView<>.Reader)] = reader,
            }
        );
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(page.Component, parameters);
            return root.ToHtmlString();
        });
        return Utf8.GetBytes(html);
    }
}
