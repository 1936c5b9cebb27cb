using System.Net;
using Impact.Core.Catalogue;
using Impact.Testing.Releases;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Impact.Web.Tests.Pages;

/// <summary>A fund with one release withdrawn for safety, one withdrawn, and its key changed.</summary>
[TestFixture]
internal sealed class WithdrawnPageTests
{
    private const string Fund = $"/{SmallFund.Id}";
    private const string Safety = $"{Fund}/releases/1.1.0";

    private ExampleReleases _releases = null!;
    private WebApplicationFactory<Program> _site = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _releases = ExampleReleases.PublishAndWithdraw();
        _site = ExampleSite.Over(_releases.Public, _releases.Trust);
        _client = ExampleSite.Start(_site);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _client.Dispose();
        _site.Dispose();
        _releases.Dispose();
    }

    [TestCase("")]
    [TestCase("/")]
    [TestCase(".zip")]
    [TestCase("/README.md")]
    [TestCase("/data/funding_status.csv")]
    [TestCase("/release.duckdb")]
    [TestCase("/data/none-such.csv")]
    public async Task What_was_withdrawn_for_safety_is_gone_and_nothing_is_kept(string rest)
    {
        using var response = await _client.GetAsync(Safety + rest);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(response.Headers.ETag, Is.Null);
            Assert.That(Html.Text(html), Does.Contain("A table could have pointed to families."));
        });
    }

    [Test]
    public async Task The_page_in_its_place_says_why_and_what_stays_in_both_languages()
    {
        using var english = await _client.GetAsync(Safety);
        using var spanish = await _client.GetAsync("/es" + Safety);
        var html = await english.Content.ReadAsStringAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(Html.Text(Html.Elements(html, "h1")[0]), Is.EqualTo("Release 1.1.0 was withdrawn for safety"));
            Assert.That(
                Html.Text(await spanish.Content.ReadAsStringAsync()),
                Does.Contain("La versión 1.1.0 se retiró por seguridad")
                    .And.Contain("Una tabla podía señalar a familias.")
                    .And.Not.Contain("Withdrawn")
            );
        });
        foreach (var file in (string[])["manifest.json", "manifest.sig", "tombstone.json", "tombstone.sig"])
        {
            Assert.That(Html.Addresses(html), Does.Contain($"{Safety}/{file}"));
            using var response = await _client.GetAsync($"{Safety}/{file}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), file);
            Assert.That(response.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)), file);
            Assert.That(
                await response.Content.ReadAsByteArrayAsync(),
                Is.EqualTo(await File.ReadAllBytesAsync(Path.Combine(_releases.Public, SmallFund.Id, "1.1.0", file)))
            );
        }
    }

    [Test]
    public async Task A_withdrawn_release_is_a_record_that_says_so()
    {
        var page = await _client.GetStringAsync($"{Fund}/releases/1.3.0");
        var html = Html.Text(page);
        using var file = await _client.GetAsync($"{Fund}/releases/1.3.0/data/funding_status.csv");
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain("Release 1.3.0 was withdrawn. Its figures must not be used. Why: The"));
            Assert.That(html, Does.Contain("The transfers to one organisation were counted twice."));
            Assert.That(html, Does.Not.Contain("A later release is published"));
            Assert.That(page, Does.Contain("</strong> Its figures must not be used. Why: The"), "with blanks");
            Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [TestCase("", "Release 1.3.0 was withdrawn. The fund’s figures are those of release 1.2.0 again. Why: The")]
    [TestCase(
        "/es",
        "La versión 1.3.0 se retiró. Las cifras del fondo son de nuevo las de la versión 1.2.0. Motivo: Las"
    )]
    public async Task The_funds_pages_show_the_release_before_and_say_why(string language, string expected)
    {
        foreach (
            var page in (string[])["", "/organisations", "/reconciliation", "/data", "/releases", "/releases/1.2.0"]
        )
        {
            var html = await _client.GetStringAsync(language + Fund + page);
            Assert.That(Html.Text(html), Does.Contain(expected), page);
        }

        Assert.That(
            Html.Text(await _client.GetStringAsync($"{language}{Fund}/releases/1.0.0")),
            Does.Not.Contain(expected)
        );
    }

    [Test]
    public async Task The_list_of_releases_says_state_and_reason()
    {
        var html = await _client.GetStringAsync($"{Fund}/releases");
        var rows = Html.Elements(html, "tr").Select(Html.Text).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rows[1], Does.Match("^1.3.0 Withdrawn: do not use The transfers to one organisation"));
            Assert.That(rows[2], Does.StartWith("1.2.0 Published "));
            Assert.That(rows[3], Does.Match("^1.1.0 Withdrawn for safety: files deleted A table could"));
            Assert.That(rows[4], Does.StartWith("1.0.0 Replaced by a later one "));
        });
    }

    [Test]
    public async Task The_hand_overs_of_keys_are_served_where_there_are_any()
    {
        var text = await _client.GetStringAsync($"{Fund}/releases/hand-overs.txt");
        using var client = ExampleSite.Client();
        using var none = await client.GetAsync($"{Fund}/releases/hand-overs.txt");
        Assert.That(text, Does.StartWith("format: impact-hand-over/1\nfund: xi-rehearsal\nnumber: 1\n"));
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_site_that_runs_stops_serving_with_the_withdrawal_and_says_when_nothing_is_left()
    {
        using var releases = ExampleReleases.Empty();
        releases.Publish(new SmallFund(closedQuarters: 3), charts: false);
        await using var site = ExampleSite.Over(releases.Public, releases.Trust);
        using var client = ExampleSite.Start(site);
        const string file = $"{Fund}/releases/1.0.0/data/funding_status.csv";
        using var before = await client.GetAsync(file);
        using var page = await client.GetAsync(Fund);
        releases.Withdraw(SmallFund.Id, "1.0.0", BilingualText.Same("Por seguridad."), forSafety: true);
        using var after = await client.GetAsync(file);
        using var fund = await client.GetAsync(Fund);
        using var home = await client.GetAsync("/");
        Assert.Multiple(async () =>
        {
            Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(fund.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(
                Html.Text(await fund.Content.ReadAsStringAsync()),
                Does.Contain("No figures of this fund may be used now").And.Contain("Por seguridad.")
            );
            Assert.That(await home.Content.ReadAsStringAsync(), Does.Not.Contain(Fund));
        });
    }
}
