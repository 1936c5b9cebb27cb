using Impact.Testing.Releases;
using Microsoft.Playwright;

namespace Impact.Web.Tests.Browser;

/// <summary>The pages in a real browser: readable by ear, no wider than the screen, nothing loaded from elsewhere.</summary>
[TestFixture, Category("Browser")]
internal sealed class BrowserTests
{
    private const int Phone = SiteInBrowser.Phone;
    private const int Desk = SiteInBrowser.Desk;
    private const int Smallest = 320;

    private static readonly (int Width, ColorScheme Scheme)[] EnglishScreens =
    [
        (Phone, ColorScheme.Light),
        (Desk, ColorScheme.Dark),
    ];

    private static readonly (int Width, ColorScheme Scheme)[] SpanishScreens =
    [
        (Phone, ColorScheme.Dark),
        (Desk, ColorScheme.Light),
    ];

    private SiteInBrowser? _site;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await SiteInBrowser.StartAsync(ExampleSite.Releases);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    /// <summary>One visit answers for all: each page is opened once, and looked at in every width.</summary>
    [Test]
    public async Task A_page_asks_nothing_of_others_fits_its_screen_and_is_free_of_faults_of_accessibility(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        await using var context = await _site!.ContextAsync(Phone, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var (foreign, said) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_site.Address, StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.Console += (_, message) => said.Add(message.Text);
        await page.GotoAsync(_site.Address + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var width in (int[])[Smallest, Phone, Desk])
        {
            await page.SetViewportSizeAsync(width, SiteInBrowser.Height);
            Assert.That(await SiteInBrowser.OverflowAsync(page), Is.LessThanOrEqualTo(0), $"{path} at {width}");
        }

        Assert.That(foreign, Is.Empty);
        Assert.That(said, Is.Empty, "no rule of its own policy is broken");
        foreach (var (width, scheme) in ScreensOf(path))
        {
            await page.SetViewportSizeAsync(width, SiteInBrowser.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await SiteInBrowser.PhotographAsync(page, $"{path.Trim('/').Replace('/', '_')}.{width}.{scheme}");
            Assert.That(await SiteInBrowser.FaultsAsync(page), Is.Empty, $"{path} at {width}, {scheme}");
        }
    }

    [Test]
    public async Task The_checker_finds_a_fault_that_is_put_into_a_page()
    {
        await using var context = await _site!.ContextAsync(Phone, ColorScheme.Light);
        var page = await _site!.OpenAsync(context, "/");
        await page.EvaluateAsync("document.querySelector('h1').style.color = '#ccc'");
        Assert.That(await SiteInBrowser.FaultsAsync(page), Has.Some.StartsWith("color-contrast:"));
    }

    [Test]
    public async Task What_a_phone_taps_is_at_least_44_pixels_high_outside_running_text(
        [ValueSource(typeof(SitePages), nameof(SitePages.Small))] string path
    )
    {
        await using var context = await _site!.ContextAsync(Phone, ColorScheme.Light);
        var page = await _site!.OpenAsync(context, path);
        var small = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("header a, nav a, .figure dt a, .downloads a, .more a, .order a, summary, table.stack tbody th a")]
              .filter(link => link.getClientRects().length > 0 && link.getBoundingClientRect().height < 43.5)
              .map(link => link.outerHTML)
            """
        );
        Assert.That(small, Is.Empty, path);
    }

    [Test]
    public async Task The_page_is_set_in_the_family_that_the_charts_are_drawn_in()
    {
        await using var context = await _site!.ContextAsync(Desk, ColorScheme.Light);
        var page = await _site!.OpenAsync(context, $"/{SmallFund.Id}");
        var loaded = await page.EvaluateAsync<bool>(
            """document.fonts.check("400 16px 'Source Sans 3'") && [...document.fonts].some(font => font.status === "loaded")"""
        );
        Assert.That(loaded, Is.True);
    }

    [Test]
    public async Task A_phone_gets_the_narrow_drawing_and_a_desk_the_wide_one([Values(Phone, Desk)] int width)
    {
        await using var context = await _site!.ContextAsync(width, ColorScheme.Light);
        var page = await _site!.OpenAsync(context, $"/{SmallFund.Id}");
        var source = await page.EvaluateAsync<string>("""document.querySelector("figure.chart img").currentSrc""");
        Assert.That(source, Does.Contain(width == Phone ? ".narrow." : ".wide."));
    }

    [Test]
    public async Task The_first_screen_of_a_phone_shows_the_name_and_all_four_figures()
    {
        await using var context = await _site!.ContextAsync(Phone, ColorScheme.Light);
        var page = await _site!.OpenAsync(context, $"/{SmallFund.Id}");
        var bottom = await page.EvaluateAsync<double>(
            """document.querySelector(".figures").getBoundingClientRect().bottom"""
        );
        Assert.That(bottom, Is.LessThan(SiteInBrowser.Height));
    }

    // A checker takes seconds a screen: every page is seen in both widths and both schemes in each language, and the two
    // languages together see all four screens. IMPACT_SCREENS=all takes all four in each; the large fund's lists take one.
    private static (int Width, ColorScheme Scheme)[] ScreensOf(string path)
    {
        var spanish = path.StartsWith("/es", StringComparison.Ordinal);
        var own = spanish ? SpanishScreens : EnglishScreens;
        var large = path.Contains($"/{LargeFund.Id}", StringComparison.Ordinal);
        return large ? own[..1]
            : Environment.GetEnvironmentVariable("IMPACT_SCREENS") is "all" ? [.. EnglishScreens, .. SpanishScreens]
            : own;
    }
}
