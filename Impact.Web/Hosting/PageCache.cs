using Microsoft.Extensions.Caching.Memory;

namespace Impact.Web.Hosting;

/// <summary>One printed page: as it is and compressed.</summary>
/// <param name="Html">UTF-8 HTML.</param>
/// <param name="Brotli">The same, compressed.</param>
/// <param name="Status">HTTP status.</param>
internal sealed record PrintedPage(byte[] Html, byte[] Brotli, int Status);

/// <summary>Printed pages by release: a release never changes, so its pages do not either.</summary>
internal sealed class PageCache : IDisposable
{
    // Sixty-four mebibytes hold some three thousand pages in both forms.
    private const long MostBytes = 64L * 1024 * 1024;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public PrintedPage? Find(string key) => _pages.Get<PrintedPage>(key);

    public void Keep(string key, PrintedPage page)
    {
        using var entry = _pages.CreateEntry(key);
        entry.Value = page;
        entry.Size = page.Html.Length + page.Brotli.Length;
    }

    public void Dispose() => _pages.Dispose();
}
