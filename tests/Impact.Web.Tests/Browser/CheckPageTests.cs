using Deque.AxeCore.Playwright;
using Impact.Testing.Releases;
using Microsoft.Playwright;

namespace Impact.Web.Tests.Browser;

/// <summary>The page in each release that checks a gift: opened from the disk, as a donor does, with no server and no network.</summary>
[TestFixture, Category("Browser")]
internal sealed class CheckPageTests
{
    private const int Gifts = 400;
    private const long Refunded = 345;
    private const int Phone = 390;
    private const int Smallest = 320;
    private const int Desk = 1280;
    private const int Height = 844;

    private ExampleReleases? _releases;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _folder = string.Empty;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Assume.That(
            File.Exists(SiteInBrowser.Chromium),
            "This machine has no Chromium, so pages are not opened in a browser."
        );
        _releases = ExampleReleases.Empty();
        _folder = _releases.PublishWithGifts(new SmallFund(SmallFund.MostQuarters), Gifts, Refunded).Folder;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = SiteInBrowser.Chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"],
            }
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
        _releases?.Dispose();
    }

    [Test]
    public async Task A_gift_is_proved_in_both_languages_and_nothing_is_asked_of_anyone()
    {
        var (page, asked) = await OpenAsync("en-US");
        await CheckAsync(page, _releases!.ReceiptCodeOf(SmallFund.Id, 7), withKey: true);
        var text = await page.InnerTextAsync("#result");
        Assert.That(text, Does.Contain("The fund’s key".Replace('’', '\'')).And.Contain(ListedGifts.TransactionOf(7)));
        Assert.That(text, Does.Contain("is in the total of"));
        Assert.That(await page.Locator("#result section:visible .claims .yes").CountAsync(), Is.EqualTo(2));
        await page.ClickAsync("#language");
        Assert.That(await page.InnerTextAsync("#result"), Does.Contain("están en el total de"));
        Assert.That(asked, Has.All.StartsWith("file:"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_refund_is_proved_too_and_the_phone_picks_files_one_by_one()
    {
        var (page, _) = await OpenAsync("es-MX");
        await page.Locator("summary:visible").ClickAsync();
        await page.SetInputFilesAsync(
            "#files",
            Directory
                .EnumerateFiles(_folder)
                .Concat(Directory.EnumerateFiles(Path.Combine(_folder, "gifts"), "*", SearchOption.AllDirectories))
        );
        await SubmitAsync(page, _releases!.ReceiptCodeOf(SmallFund.Id, 0).ToLowerInvariant());
        Assert.That(
            await page.InnerTextAsync("#result"),
            Does.Contain("reembolsos y contracargos").And.Contain("no eligió ninguna clave")
        );
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task What_is_wrong_is_said()
    {
        var (page, _) = await OpenAsync("en-US");
        await CheckAsync(page, "AAAAA", withKey: false);
        Assert.That(await page.InnerTextAsync("#result"), Does.Contain("not a receipt code"));
        await CheckAsync(page, _releases!.ReceiptCodeOf(SmallFund.Id, Gifts + 1), withKey: false);
        Assert.That(await page.InnerTextAsync("#result"), Does.Contain("no record for this code"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_leaf_that_was_changed_and_a_manifest_that_another_key_signed_are_not_proved()
    {
        using var copy = ExampleReleases.Empty();
        foreach (var path in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Folder, Path.GetRelativePath(_folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }

        var leaves = Path.Combine(copy.Folder, "gifts", "leaves.bin");
        var bytes = File.ReadAllBytes(leaves);
        for (var at = 0; at < bytes.Length; at += 40)
        {
            bytes[at] ^= 1;
        }

        File.WriteAllBytes(leaves, bytes);
        var (page, _) = await OpenAsync("en-US");
        await CheckAsync(page, _releases!.ReceiptCodeOf(SmallFund.Id, 7), withKey: false, copy.Folder);
        Assert.That(await page.InnerTextAsync("#result"), Does.Contain("not proved to be in the total"));
        File.AppendAllText(Path.Combine(copy.Folder, "manifest.json"), "\n");
        await CheckAsync(page, _releases!.ReceiptCodeOf(SmallFund.Id, 7), withKey: true, copy.Folder);
        Assert.That(await page.InnerTextAsync("#result"), Does.Contain("has not signed the release"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task The_page_fits_every_screen_and_a_checker_of_accessibility_finds_no_fault(
        [Values(Smallest, Phone, Desk)] int width,
        [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme
    )
    {
        var (page, _) = await OpenAsync("en-US");
        await page.SetViewportSizeAsync(width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await CheckAsync(page, _releases!.ReceiptCodeOf(SmallFund.Id, 7), withKey: true);
        var result = await page.RunAxe();
        Assert.That(result.Violations.Select(fault => $"{fault.Id}: {fault.Nodes[0].Html}"), Is.Empty);
        var overflow = await page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        Assert.That(overflow, Is.LessThanOrEqualTo(0));
        if (Environment.GetEnvironmentVariable("IMPACT_SCREENSHOTS") is { Length: > 0 } pictures)
        {
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(pictures, $"check-{width}-{scheme}.png"), FullPage = true }
            );
        }

        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, List<string> Asked)> OpenAsync(string locale)
    {
        var context = await _browser!.NewContextAsync(
            new()
            {
                Locale = locale,
                ViewportSize = new() { Width = Phone, Height = Height },
            }
        );
        var page = await context.NewPageAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        page.PageError += (_, error) => asked.Add($"error {error}");
        await page.GotoAsync(new Uri(Path.Combine(_folder, "gifts", "check.html")).AbsoluteUri);
        return (page, asked);
    }

    private async Task CheckAsync(IPage page, string code, bool withKey, string? folder = null)
    {
        await page.SetInputFilesAsync("#folder", folder ?? _folder);
        if (withKey)
        {
            await page.SetInputFilesAsync("#key", Path.Combine(_releases!.Trust, $"{SmallFund.Id}.pub"));
        }

        await SubmitAsync(page, code);
    }

    private static async Task SubmitAsync(IPage page, string code)
    {
        await page.EvaluateAsync("document.getElementById('result').replaceChildren()");
        await page.FillAsync("#code", code);
        await page.ClickAsync("button.main");
        await page.Locator("#result > :visible").First.WaitForAsync();
    }
}
