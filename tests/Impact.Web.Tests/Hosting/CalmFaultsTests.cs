using System.Net;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Hosting;

/// <summary>A release whose bytes are not the signed ones is never shown, and nobody learns why but the operator.</summary>
[TestFixture]
internal sealed class CalmFaultsTests
{
    private ExampleReleases _examples = null!;

    private string Folder => Path.Combine(_examples.Public, SmallFund.Id);

    [SetUp]
    public void Publish()
    {
        _examples = ExampleReleases.Empty();
        _examples.Publish(new SmallFund(closedQuarters: 3), charts: false);
    }

    [TearDown]
    public void Remove() => _examples.Dispose();

    [Test]
    public async Task Untouched_it_is_shown() =>
        Assert.That(await StatusAsync($"/{SmallFund.Id}"), Is.EqualTo(HttpStatusCode.OK));

    [TestCase("1.0.0/manifest.json")]
    [TestCase("1.0.0/manifest.sig")]
    [TestCase("1.0.0/data/funding_status.csv")]
    [TestCase("index.json")]
    [TestCase("index.sig")]
    public async Task One_changed_byte_hides_the_page(string file)
    {
        Change(Path.Combine(Folder, file));
        Assert.That(await StatusAsync($"/{SmallFund.Id}"), Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task A_changed_file_is_not_sent()
    {
        Change(Path.Combine(Folder, "1.0.0", "data", "rates.parquet"));
        Assert.That(
            await StatusAsync($"/{SmallFund.Id}/releases/1.0.0/data/rates.parquet"),
            Is.EqualTo(HttpStatusCode.ServiceUnavailable)
        );
    }

    [Test]
    public async Task A_release_signed_by_another_key_is_not_shown()
    {
        using var other = ExampleReleases.Empty();
        other.Publish(new SmallFund(closedQuarters: 3), charts: false);
        File.Copy(
            Path.Combine(other.Trust, $"{SmallFund.Id}.pub"),
            Path.Combine(_examples.Trust, $"{SmallFund.Id}.pub"),
            overwrite: true
        );
        Assert.That(await StatusAsync($"/{SmallFund.Id}"), Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task The_page_of_a_fault_tells_no_path_and_is_not_kept([Values("", "/es")] string language)
    {
        Change(Path.Combine(Folder, "1.0.0", "manifest.json"));
        await using var site = ExampleSite.Over(_examples.Public, _examples.Trust);
        using var client = ExampleSite.Start(site);
        using var response = await client.GetAsync($"{language}/{SmallFund.Id}");
        var html = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(response.Headers.ETag, Is.Null);
            Assert.That(
                html,
                Does.Not.Contain(_examples.Folder).And.Not.Contain("manifest.json").And.Not.Contain("Exception")
            );
            Assert.That(
                Html.Text(Html.Elements(html, "h1")[0]),
                Does.Contain(language.Length == 0 ? "does not pass its check" : "no supera su comprobación")
            );
        });
    }

    [Test]
    public async Task A_fund_that_fails_its_check_does_not_hide_the_others_from_the_list()
    {
        _examples.Publish(new LargeFund(), charts: false);
        Change(Path.Combine(Folder, "1.0.0", "manifest.json"));
        await using var site = ExampleSite.Over(_examples.Public, _examples.Trust);
        using var client = ExampleSite.Start(site);
        var html = Html.Text(await client.GetStringAsync("/"));
        Assert.That(
            html,
            Does.Contain("Example Country Humanitarian Fund")
                .And.Contain($"“{SmallFund.Id}” does not pass its check")
                .And.Not.Contain("Rehearsal Relief Fund")
        );
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        await using var site = ExampleSite.Over(_examples.Public, _examples.Trust);
        using var client = ExampleSite.Start(site);
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }

    private static void Change(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
