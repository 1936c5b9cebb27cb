using Deque.AxeCore.Playwright;
using Impact.Testing.Releases;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace Impact.Web.Tests.Browser;

/// <summary>The dashboard of protection in a real browser: both widths, both schemes, both languages.</summary>
[TestFixture, Category("Browser")]
internal sealed class PrivacyScreensTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const int Height = 844;

    private const string Path = $"/{SmallFund.Id}/privacy";

    private ExampleReleases? _releases;
    private WebApplicationFactory<Program>? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Assume.That(File.Exists(Chromium), "This machine has no Chromium, so pages are not opened in a browser.");
        _releases = ExampleReleases.PublishCounted();
        _site = ExampleSite.Over(_releases.Public, _releases.Trust);
        _site.UseKestrel(0);
        _site.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] }
        );
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
        _releases?.Dispose();
    }

    [Test]
    public async Task A_page_is_readable_and_no_wider_than_its_screen(
        [Values("", "/es")] string language,
        [Values(390, 1280)] int width
    )
    {
        // English is light on a phone and dark on a desk; Spanish the other way round.
        var scheme = width == 390 == (language.Length == 0) ? ColorScheme.Light : ColorScheme.Dark;
        await using var context = await _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = Height },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var page = await context.NewPageAsync();
        var address = _site!.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        await page.GotoAsync(address + language + Path, new() { WaitUntil = WaitUntilState.Load });
        if (Environment.GetEnvironmentVariable("IMPACT_PICTURES") is { Length: > 0 } folder)
        {
            var name = $"privacy{(language + Path).Replace('/', '_')}.{width}.{scheme}.png";
            await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, name), FullPage = true });
        }

        var overflow = await page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        var result = await page.RunAxe();
        Assert.That(overflow, Is.LessThanOrEqualTo(0));
        Assert.That(result.Violations.Select(fault => $"{fault.Id}: {fault.Nodes[0].Html}"), Is.Empty);
    }
}
