using System.Net;
using Impact.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Impact.Web.Tests.Hosting;

/// <summary>Attack J: nothing that a visitor writes is run. The site reads, by name, what was published.</summary>
[TestFixture]
internal sealed class NoQueryTests
{
    /// <summary>All that an address may name.</summary>
    private static readonly string[] Names = ["fund", "version", "path", "id", "fingerprint", "name", "documentName"];

    /// <summary>The one address that is sent more than names: conditions, which rows of a signed table are compared with (<c>QuestionTests</c>).</summary>
    private const string Conditions = "/v1/funds/{fund}/data/{name}/query";

    internal static readonly string[] Questions =
    [
        "SELECT 1",
        "SELECT * FROM service",
        "SELECT COUNT(*) FROM (SELECT * FROM household_enrolment)",
        "SUM(CASE WHEN household = 1 THEN 1 END)",
        "read_csv('/etc/passwd')",
        "ATTACH '../private/ledger.duckdb'",
        "COPY service TO '/tmp/x'",
        "PRAGMA database_list",
        "1; DROP TABLE entry",
        "' OR 1=1 --",
    ];

    private static readonly string[] Words =
    [
        "SELECT",
        "*",
        "count(*)",
        "FROM",
        "household_enrolment",
        "service",
        "WHERE",
        "household",
        "=",
        "1",
        "UNION",
        "ALL",
        "GROUP BY",
        "HAVING",
        "LIMIT",
        ";",
        "--",
        "'",
        ")",
        "(",
        "../",
        "%00",
        "read_parquet('x')",
        "ATTACH",
        "COPY",
        "PRAGMA",
    ];

    /// <summary>Questions put together from words, besides the ones above: six words each, in ever other order.</summary>
    private static IEnumerable<string> PutTogether =>
        Enumerable
            .Range(0, AttackSize.Of(20))
            .Select(one =>
                string.Join(
                    ' ',
                    Enumerable
                        .Range(0, 6)
                        .Select(place => Words[((one * 31) + (place * place * 17) + (one * place * 7)) % Words.Length])
                )
            );

    [Test]
    public void No_route_takes_more_than_names_and_none_writes()
    {
        using var site = ExampleSite.Over(ExampleSite.Releases.Public, ExampleSite.Releases.Trust);
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.That(routes, Has.Count.GreaterThan(10));
        Assert.That(Suspicious(routes), Is.Empty);
    }

    [TestCase("/v1/query/{sql}", "GET")]
    [TestCase("/{fund}/data", "POST")]
    [TestCase("/v1/funds/{fund}/data/{name}/query", "PUT")]
    public void A_route_that_takes_a_query_or_writes_is_found(string route, string method)
    {
        var planted = new RouteEndpoint(
            _ => Task.CompletedTask,
            RoutePatternFactory.Parse(route),
            order: 0,
            new(new HttpMethodMetadata([method])),
            route
        );
        Assert.That(Suspicious([planted]), Is.EqualTo(new[] { route }));
    }

    [Test]
    public async Task A_question_in_an_address_changes_no_answer()
    {
        using var client = ExampleSite.Client();
        Assert.That(await HeardAsync(client), Is.Empty);
    }

    [Test]
    public async Task A_site_that_hears_questions_is_found()
    {
        using var client = new HttpClient(new Listening()) { BaseAddress = new("http://localhost") };
        Assert.That(await HeardAsync(client), Is.Not.Empty);
    }

    [Test]
    public async Task A_question_in_the_place_of_a_name_finds_nothing([ValueSource(nameof(Questions))] string question)
    {
        using var client = ExampleSite.Client();
        foreach (
            var page in (string[])["", "/xi-rehearsal/metrics", "/xi-rehearsal/organisations", "/xi-rehearsal/releases"]
        )
        {
            using var response = await client.GetAsync($"{page}/{Uri.EscapeDataString(question)}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    [Test]
    public async Task Questions_put_together_from_words_change_nothing_and_find_nothing()
    {
        using var client = ExampleSite.Client();
        var plain = await client.GetByteArrayAsync("/");
        foreach (var question in PutTogether.Select(Uri.EscapeDataString))
        {
            Assert.That(await client.GetByteArrayAsync($"/?q={question}"), Is.EqualTo(plain), question);
            using var response = await client.GetAsync($"/xi-rehearsal/metrics/{question}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    /// <summary>Pages that answer otherwise when a question is asked with them.</summary>
    private static async Task<List<string>> HeardAsync(HttpClient client)
    {
        List<string> heard = [];
        foreach (var page in SitePages.Small)
        {
            var plain = await client.GetByteArrayAsync(page);
            foreach (var question in Questions)
            {
                var asked = $"{page}?sql={Uri.EscapeDataString(question)}&q={Uri.EscapeDataString(question)}";
                var answer = await client.GetByteArrayAsync(asked);
                if (!plain.SequenceEqual(answer))
                {
                    heard.Add(asked);
                }
            }
        }

        return heard;
    }

    private static List<string> Suspicious(IEnumerable<RouteEndpoint> routes) =>
        [
            .. routes
                .Where(route =>
                    route.RoutePattern.Parameters.Any(taken => !Names.Contains(taken.Name, StringComparer.Ordinal))
                    || route
                        .Metadata.OfType<HttpMethodMetadata>()
                        .SelectMany(methods => methods.HttpMethods)
                        .Any(method =>
                            method is not ("GET" or "HEAD")
                            && (method, route.RoutePattern.RawText) != ("POST", Conditions)
                        )
                )
                .Select(route => route.RoutePattern.RawText!),
        ];

    /// <summary>The planted site: its answer depends on what is asked.</summary>
    private sealed class Listening : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(request.RequestUri!.Query) });
    }
}
