using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Hosting;

/// <summary>Pages are kept by release, and a reader who has one is told so.</summary>
[TestFixture]
internal sealed class PageDeskTests
{
    private static string Path => $"/{SmallFund.Id}";

    [Test]
    public async Task A_page_that_the_reader_has_is_not_sent_again()
    {
        using var client = ExampleSite.Client();
        using var first = await client.GetAsync(Path);
        using var again = await GetAsync(client, Path, first.Headers.ETag!);
        using var other = await GetAsync(client, Path, new EntityTagHeaderValue("\"another\""));
        Assert.Multiple(async () =>
        {
            Assert.That(first.Headers.ETag!.IsWeak, Is.True);
            Assert.That(first.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task A_compressed_page_holds_the_same_bytes()
    {
        using var client = ExampleSite.Client();
        var plain = await client.GetByteArrayAsync(Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br;q=0.5");
        using var response = await client.SendAsync(request);
        await using var unpacked = new BrotliStream(
            await response.Content.ReadAsStreamAsync(),
            CompressionMode.Decompress
        );
        using var memory = new MemoryStream();
        await unpacked.CopyToAsync(memory);
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
            Assert.That(response.Headers.Vary, Does.Contain("Accept-Encoding"));
            Assert.That(memory.ToArray(), Is.EqualTo(plain));
        });
    }

    [Test]
    public async Task A_reader_who_refuses_compression_gets_none()
    {
        using var client = ExampleSite.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.AcceptEncoding.ParseAdd("br;q=0");
        using var response = await client.SendAsync(request);
        Assert.That(response.Content.Headers.ContentEncoding, Is.Empty);
    }

    [Test]
    public async Task A_new_release_changes_the_page_and_its_tag_at_the_next_request()
    {
        using var examples = ExampleReleases.Empty();
        examples.Publish(new SmallFund(closedQuarters: 4), charts: false);
        await using var site = ExampleSite.Over(examples.Public, examples.Trust);
        using var client = ExampleSite.Start(site);
        using var before = await client.GetAsync(Path);
        examples.Publish(new SmallFund(closedQuarters: 5), charts: false);
        using var after = await GetAsync(client, Path, before.Headers.ETag!);
        Assert.Multiple(async () =>
        {
            Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await after.Content.ReadAsStringAsync(), Does.Contain("30 September 2020"));
        });
    }

    [Test]
    public async Task The_public_address_stands_in_canonical_links_and_the_host_that_was_asked_never_does()
    {
        await using var site = ExampleSite.Over(
            ExampleSite.Releases.Public,
            ExampleSite.Releases.Trust,
            "https://impact.example.org/"
        );
        using var client = ExampleSite.Start(site);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Host = "evil.example";
        using var response = await client.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain($"<link rel=\"canonical\" href=\"https://impact.example.org{Path}\" />"));
            Assert.That(html, Does.Not.Contain("evil"));
        });
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path, EntityTagHeaderValue known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(known);
        return client.SendAsync(request);
    }
}
