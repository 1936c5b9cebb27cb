using Impact.Testing.Releases;
using Microsoft.Playwright;

namespace Impact.Web.Tests.Browser;

/// <summary>Pages that only some releases have, in a real browser: both widths, both schemes, both languages.</summary>
[TestFixture, Category("Browser")]
internal sealed class ReleaseScreensTests
{
    private static readonly Dictionary<string, (Func<ExampleReleases> Make, string[] Pages)> Funds = new(
        StringComparer.Ordinal
    )
    {
        ["privacy"] = (ExampleReleases.PublishCounted, ["/privacy"]),
        ["withdrawn"] = (ExampleReleases.PublishAndWithdraw, ["", "/releases", "/releases/1.1.0", "/releases/1.3.0"]),
    };

    private static readonly string[] Names = [.. Funds.Keys];

    [Test]
    public async Task Every_page_is_readable_and_no_wider_than_its_screen([ValueSource(nameof(Names))] string name)
    {
        var (make, pages) = Funds[name];
        using var releases = make();
        await using var site = await SiteInBrowser.StartAsync(releases);
        foreach (var path in pages)
        {
            foreach (var language in (string[])["", "/es"])
            {
                foreach (var width in (int[])[SiteInBrowser.Phone, SiteInBrowser.Desk])
                {
                    await RequireReadableAsync(site, $"{language}/{SmallFund.Id}{path}", width, name);
                }
            }
        }
    }

    private static async Task RequireReadableAsync(SiteInBrowser site, string path, int width, string name)
    {
        // English is light on a phone and dark on a desk; Spanish the other way round.
        var isSpanish = path.StartsWith("/es/", StringComparison.Ordinal);
        var scheme = width == SiteInBrowser.Phone == isSpanish ? ColorScheme.Dark : ColorScheme.Light;
        await using var context = await site.ContextAsync(width, scheme);
        var page = await site.OpenAsync(context, path);
        await SiteInBrowser.PhotographAsync(page, $"{name}{path.Replace('/', '_')}.{width}.{scheme}");
        Assert.That(await SiteInBrowser.OverflowAsync(page), Is.LessThanOrEqualTo(0), $"{path} at {width}");
        Assert.That(await SiteInBrowser.FaultsAsync(page), Is.Empty, $"{path} at {width}, {scheme}");
    }
}
