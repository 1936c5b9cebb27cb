using Deque.AxeCore.Playwright;
using Impact.Testing.Releases;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace Impact.Web.Tests.Browser;

/// <summary>A site over example releases, on a port of its own, and a real browser that looks at it.</summary>
internal sealed class SiteInBrowser : IAsyncDisposable
{
    public const string Chromium = "/usr/bin/chromium";
    public const int Phone = 390;
    public const int Desk = 1280;
    public const int Height = 844;

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly WebApplicationFactory<Program> _site;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private SiteInBrowser(WebApplicationFactory<Program> site, IPlaywright playwright, IBrowser browser) =>
        (_site, _playwright, _browser) = (site, playwright, browser);

    /// <summary>Where the site answers, without a slash at its end.</summary>
    public string Address => _site.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public static async Task<SiteInBrowser> StartAsync(ExampleReleases releases)
    {
        Assume.That(File.Exists(Chromium), "This machine has no Chromium, so pages are not opened in a browser.");
        var site = ExampleSite.Over(releases.Public, releases.Trust);
        site.UseKestrel(0);
        site.StartServer();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
        return new(site, playwright, browser);
    }

    public Task<IBrowserContext> ContextAsync(int width, ColorScheme scheme) =>
        _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = Height },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    /// <summary>A page of the site, with its letters loaded.</summary>
    public async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + path, new() { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync("document.fonts.ready");
        return page;
    }

    /// <summary>Pixels by which a page is wider than its screen.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What a checker of accessibility finds in a page.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        var result = await page.RunAxe();
        return result.Violations.Select(fault =>
            $"{fault.Id}: {fault.Nodes[0].Html} {fault.Nodes[0].Any.FirstOrDefault()?.Message}"
        );
    }

    /// <summary>With IMPACT_PICTURES set to a folder, a page is photographed for a person to look at.</summary>
    public static async Task PhotographAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("IMPACT_PICTURES") is { Length: > 0 } folder)
        {
            // Pictures below the fold are loaded lazily: ask for all at once.
            await page.EvaluateAsync("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _site.DisposeAsync();
    }
}
