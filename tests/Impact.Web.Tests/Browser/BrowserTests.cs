using Deque.AxeCore.Playwright;
using Impact.Testing.Releases;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace Impact.Web.Tests.Browser;

/// <summary>The pages in a real browser: readable by ear, no wider than the screen, nothing loaded from elsewhere.</summary>
[TestFixture, Category("Browser")]
internal sealed class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const int Phone = 390;
    private const int Desk = 1280;
    private const int Smallest = 320;
    private const int Height = 844;

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

    private WebApplicationFactory<Program>? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Assume.That(File.Exists(Chromium), "This machine has no Chromium, so pages are not opened in a browser.");
        _site = ExampleSite.Over(ExampleSite.Releases.Public, ExampleSite.Releases.Trust);
        _site.UseKestrel(0);
        _site.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _site?.Dispose();
    }

    [Test]
    public async Task Every_page_is_free_of_faults_that_a_checker_of_accessibility_finds(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        await using var context = await ContextAsync(Phone, ColorScheme.Light);
        var page = await OpenAsync(context, path);
        foreach (var (width, scheme) in ScreensOf(path))
        {
            await page.SetViewportSizeAsync(width, Height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await PhotographAsync(page, path, width, scheme);
            var result = await page.RunAxe();
            var found = result.Violations.Select(fault =>
                $"{fault.Id}: {fault.Nodes[0].Html} {fault.Nodes[0].Any.FirstOrDefault()?.Message}"
            );
            Assert.That(found, Is.Empty, $"{path} at {width}, {scheme}");
        }
    }

    [Test]
    public async Task The_checker_finds_a_fault_that_is_put_into_a_page()
    {
        await using var context = await ContextAsync(Phone, ColorScheme.Light);
        var page = await OpenAsync(context, "/");
        await page.EvaluateAsync("document.querySelector('h1').style.color = '#ccc'");
        var result = await page.RunAxe();
        Assert.That(result.Violations.Select(fault => fault.Id), Does.Contain("color-contrast"));
    }

    [Test]
    public async Task No_page_is_wider_than_its_screen(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        await using var context = await ContextAsync(Phone, ColorScheme.Light);
        var page = await OpenAsync(context, path);
        foreach (var width in (int[])[Smallest, Phone, Desk])
        {
            await page.SetViewportSizeAsync(width, Height);
            var overflow = await page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            Assert.That(overflow, Is.LessThanOrEqualTo(0), $"{path} at {width}");
        }
    }

    [Test]
    public async Task What_a_phone_taps_is_at_least_44_pixels_high_outside_running_text(
        [ValueSource(typeof(SitePages), nameof(SitePages.Small))] string path
    )
    {
        await using var context = await ContextAsync(Phone, ColorScheme.Light);
        var page = await OpenAsync(context, path);
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
    public async Task A_page_loads_nothing_from_elsewhere_and_breaks_no_rule_of_its_own_policy(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        await using var context = await ContextAsync(Desk, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var (foreign, said) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.Console += (_, message) => said.Add(message.Text);
        await page.GotoAsync(Address + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Multiple(() =>
        {
            Assert.That(foreign, Is.Empty);
            Assert.That(said, Is.Empty);
        });
    }

    [Test]
    public async Task The_page_is_set_in_the_family_that_the_charts_are_drawn_in()
    {
        await using var context = await ContextAsync(Desk, ColorScheme.Light);
        var page = await OpenAsync(context, $"/{SmallFund.Id}");
        var loaded = await page.EvaluateAsync<bool>(
            """document.fonts.check("400 16px 'Source Sans 3'") && [...document.fonts].some(font => font.status === "loaded")"""
        );
        Assert.That(loaded, Is.True);
    }

    [Test]
    public async Task A_phone_gets_the_narrow_drawing_and_a_desk_the_wide_one([Values(Phone, Desk)] int width)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await OpenAsync(context, $"/{SmallFund.Id}");
        var source = await page.EvaluateAsync<string>("""document.querySelector("figure.chart img").currentSrc""");
        Assert.That(source, Does.Contain(width == Phone ? ".narrow." : ".wide."));
    }

    [Test]
    public async Task The_first_screen_of_a_phone_shows_the_name_and_all_four_figures()
    {
        await using var context = await ContextAsync(Phone, ColorScheme.Light);
        var page = await OpenAsync(context, $"/{SmallFund.Id}");
        var bottom = await page.EvaluateAsync<double>(
            """document.querySelector(".figures").getBoundingClientRect().bottom"""
        );
        Assert.That(bottom, Is.LessThan(Height));
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

    private string Address => _site!.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    private Task<IBrowserContext> ContextAsync(int width, ColorScheme scheme) =>
        _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = Height },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    private async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + path, new() { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync("document.fonts.ready");
        return page;
    }

    // With IMPACT_PICTURES set to a folder, every page is photographed for a person to look at.
    private static async Task PhotographAsync(IPage page, string path, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("IMPACT_PICTURES") is { Length: > 0 } folder)
        {
            // Pictures below the fold are loaded lazily: scroll once through the page.
            await page.EvaluateAsync("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var name = $"{path.Trim('/').Replace('/', '_')}.{width}.{scheme}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
        }
    }
}
