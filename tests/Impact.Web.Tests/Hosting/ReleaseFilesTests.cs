using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Hosting;

/// <summary>Files of releases: the signed bytes, for ever.</summary>
[TestFixture]
internal sealed class ReleaseFilesTests
{
    private const string Version = "1.1.0";

    [Test]
    public async Task Every_file_of_the_manifest_is_sent_as_it_was_signed()
    {
        using var client = ExampleSite.Client();
        var wrong = new List<string>();
        foreach (var file in Release().Files)
        {
            using var response = await client.GetAsync(Link(file.Path));
            var digest = Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync()));
            if (
                digest != file.Sha256
                || response.Headers.ETag?.Tag != $"\"{file.Sha256}\""
                || response.Headers.ETag.IsWeak
            )
            {
                wrong.Add(file.Path);
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("data/rates.csv", "text/csv")]
    [TestCase("data/rates.parquet", "application/vnd.apache.parquet")]
    [TestCase("release.duckdb", "application/octet-stream")]
    [TestCase("datapackage.json", "application/json")]
    [TestCase("manifest.json", "application/json")]
    [TestCase("manifest.sig", "application/octet-stream")]
    [TestCase("charts/money-flow.en.wide.svg", "image/svg+xml")]
    [TestCase("charts/money-flow.es.narrow.png", "image/png")]
    [TestCase("charts/money-flow.es.wide.txt", "text/plain")]
    [TestCase("README.md", "text/markdown")]
    public async Task A_file_is_kept_for_ever_and_says_what_it_is(string path, string type)
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync(Link(path));
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                response.Headers.GetValues("Cache-Control").Single(),
                Is.EqualTo("public, max-age=31536000, immutable")
            );
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
            Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin").Single(), Is.EqualTo("*"));
            Assert.That(
                response.Headers.GetValues("Content-Security-Policy").Single(),
                Does.Contain("default-src 'none'").And.Contain("sandbox")
            );
        });
    }

    [Test]
    public async Task A_table_is_saved_under_a_name_that_says_whose_it_is()
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync(Link("data/rates.csv"));
        Assert.That(
            response.Content.Headers.ContentDisposition!.FileName,
            Is.EqualTo($"{SmallFund.Id}-{Version}-rates.csv")
        );
    }

    [Test]
    public async Task A_file_that_the_reader_has_is_not_sent_again(
        [Values("data/rates.csv", "manifest.json", "release.duckdb")] string path
    )
    {
        using var client = ExampleSite.Client();
        using var first = await client.GetAsync(Link(path));
        using var request = new HttpRequestMessage(HttpMethod.Get, Link(path));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await client.SendAsync(request);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task A_compressed_copy_has_a_weak_tag_and_a_part_of_a_file_can_be_asked_for()
    {
        using var client = ExampleSite.Client();
        using var packed = new HttpRequestMessage(HttpMethod.Get, Link("data/people.csv"));
        packed.Headers.AcceptEncoding.ParseAdd("gzip");
        using var part = new HttpRequestMessage(HttpMethod.Get, Link("data/people.parquet"));
        part.Headers.Range = new RangeHeaderValue(0, 3);
        using var compressed = await client.SendAsync(packed);
        using var partial = await client.SendAsync(part);
        Assert.Multiple(async () =>
        {
            Assert.That(compressed.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "gzip" }));
            Assert.That(compressed.Headers.ETag!.IsWeak, Is.True);
            Assert.That(partial.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
            Assert.That(await partial.Content.ReadAsStringAsync(), Is.EqualTo("PAR1"));
        });
    }

    [Test]
    public async Task The_signed_list_is_served_but_not_for_ever()
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync($"/{SmallFund.Id}/releases/index.json");
        using var signature = await client.GetAsync($"/{SmallFund.Id}/releases/index.sig");
        Assert.Multiple(() =>
        {
            Assert.That(response.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
            Assert.That(signature.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    private static string Link(string path) => $"/{SmallFund.Id}/releases/{Version}/{path}";

    private static Release Release() =>
        new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust).Latest(SmallFund.Id)!;
}
