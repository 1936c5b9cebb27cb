using System.Net;
using System.Security.Cryptography;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.DataApi;

/// <summary>Suffixes, digests, and how long an answer may be kept.</summary>
[TestFixture]
internal sealed class ApiFileTests
{
    private const string Immutable = "public, max-age=31536000, immutable";
    private const string Brief = "public, must-revalidate, max-age=60"; // as the client orders the words

    [TestCase("data/rates.csv", "data/rates.csv")]
    [TestCase("data/rates.parquet", "data/rates.parquet")]
    [TestCase("data/rates.json", "exports/json/rates.json")]
    [TestCase("reconciliation.csv", "data/reconciliation.csv")]
    [TestCase("charts/money-flow.svg", "charts/money-flow.en.wide.svg")]
    [TestCase("charts/money-flow.png?lang=es&size=narrow", "charts/money-flow.es.narrow.png")]
    [TestCase("charts/money-flow.es.wide.txt", "charts/money-flow.es.wide.txt")]
    public async Task A_suffix_gives_the_signed_file_byte_for_byte(string address, string path)
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync($"{Api.Fund}/{address}");
        var signed = Api.Release.Files.Single(file => file.Path == path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync())),
            Is.EqualTo(signed.Sha256)
        );
        Assert.That(response.Headers.ETag!.Tag, Is.EqualTo($"\"{signed.Sha256}\""));
    }

    [Test]
    public async Task The_workbook_of_the_release_stands_for_each_of_its_tables()
    {
        using var client = ExampleSite.Client();
        var bytes = await client.GetByteArrayAsync($"{Api.Fund}/data/rates.xlsx");
        var workbooks = Api.Release.Files.Where(file => file.Path.StartsWith("exports/", StringComparison.Ordinal));
        Assert.That(
            workbooks.Select(file => file.Sha256),
            Does.Contain(Convert.ToHexStringLower(SHA256.HashData(bytes)))
        );
        Assert.That(bytes[..2], Is.EqualTo("PK"u8.ToArray()));
    }

    [TestCase("data/rates", Brief)]
    [TestCase("data/rates?release=1.*", Brief)]
    [TestCase("data/rates?release=1.1.0", Immutable)]
    [TestCase("data/rates.csv", Brief)]
    [TestCase("data/rates.csv?release=1.0.0", Immutable)]
    [TestCase("releases/1.1.0/changes", Immutable)]
    [TestCase("releases/1.1.0", Brief)]
    [TestCase("releases", Brief)]
    [TestCase("metrics?release=1.1.0", Brief)]
    public async Task Only_what_a_named_version_fixes_is_kept_for_ever_and_what_one_has_is_not_sent_again(
        string address,
        string rule
    )
    {
        using var client = ExampleSite.Client();
        using var first = await client.GetAsync($"{Api.Fund}/{address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api.Fund}/{address}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await client.SendAsync(request);
        using var head = await client.SendAsync(new(HttpMethod.Head, $"{Api.Fund}/{address}"));
        Assert.Multiple(async () =>
        {
            Assert.That(Api.Header(first, "Cache-Control"), Is.EqualTo(rule));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(head.Headers.ETag, Is.EqualTo(first.Headers.ETag));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(Api.Header(first, "Content-Security-Policy"), Does.Contain("default-src 'none'"));
        });
    }

    [Test]
    public async Task An_answer_says_where_it_is_for_ever_and_what_came_before()
    {
        using var client = ExampleSite.Client();
        using var rows = await client.GetAsync($"{Api.Fund}/data/rates?metric=delivery_rate&release=1.*");
        using var changes = await client.GetAsync($"{Api.Fund}/releases/1.1.0/changes");
        Assert.Multiple(() =>
        {
            Assert.That(
                Api.Header(rows, "Link"),
                Is.EqualTo(
                    $"<{Api.Fund}/data/rates?metric=delivery_rate&release=1.1.0>; rel=\"canonical\", "
                        + $"<{Api.Fund}/data/rates?metric=delivery_rate>; rel=\"latest-version\", "
                        + $"<{Api.Fund}/data/rates?metric=delivery_rate&release=1.0.0>; rel=\"predecessor-version\""
                )
            );
            Assert.That(
                Api.Header(changes, "Link"),
                Does.Contain($"<{Api.Fund}/releases/1.0.0/changes>; rel=\"predecessor-version\"")
            );
        });
    }

    [TestCase("*", "1.1.0")]
    [TestCase("1.*", "1.1.0")]
    [TestCase("1.0.*", "1.0.0")]
    [TestCase("1.0.0", "1.0.0")]
    public async Task A_wildcard_is_the_newest_release_that_fits(string release, string version)
    {
        using var client = ExampleSite.Client();
        var answer = await Api.JsonAsync(client, $"{Api.Fund}/data?release={release}");
        Assert.That(answer.GetProperty("release").GetProperty("version").GetString(), Is.EqualTo(version));
    }

    [Test]
    public async Task A_bucket_is_the_whole_sealed_file_and_nothing_else_of_the_folder_has_an_address()
    {
        using var releases = ExampleReleases.Empty();
        releases.PublishWithGifts(new SmallFund(closedQuarters: 3), gifts: 40, refunded: 1_000);
        await using var site = ExampleSite.Over(releases.Public, releases.Trust);
        using var client = ExampleSite.Start(site);
        var folder = Path.Combine(releases.Public, SmallFund.Id, "1.0.0", "gifts", "buckets");
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            var sent = await client.GetByteArrayAsync($"{Api.Fund}/releases/1.0.0/gifts/{id}");
            Assert.That(sent, Is.EqualTo(await File.ReadAllBytesAsync(file)), id);
        }

        foreach (var id in (string[])["ffffff", "%2e%2e%2fleaves", "000000.bin", "../leaves"])
        {
            using var response = await client.GetAsync($"{Api.Fund}/releases/1.0.0/gifts/{Uri.EscapeDataString(id)}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), id);
        }
    }
}
