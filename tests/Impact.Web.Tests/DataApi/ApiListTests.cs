using System.Text.Json;
using Impact.Core.Catalogue;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Impact.Web.Tests.DataApi;

/// <summary>Lists, catalogues and the description of the interface.</summary>
[TestFixture]
internal sealed class ApiListTests
{
    [TestCase("/v1/funds")]
    [TestCase(Api.Fund + "/releases")]
    [TestCase(Api.Fund + "/data")]
    [TestCase(Api.Fund + "/metrics")]
    [TestCase(Api.Fund + "/charts")]
    [TestCase(Api.Fund + "/reconciliation")]
    [TestCase("/v1/glossary")]
    [TestCase("/v1/dictionary")]
    [TestCase("/v1/checks")]
    public async Task Every_list_has_paging_results_and_warnings(string address)
    {
        using var client = ExampleSite.Client();
        var answer = await Api.JsonAsync(client, $"{address}?pageSize=1");
        var paging = answer.GetProperty("paging");
        Assert.Multiple(() =>
        {
            Assert.That(answer.GetProperty("results").GetArrayLength(), Is.EqualTo(1));
            Assert.That(answer.GetProperty("warnings").ValueKind, Is.EqualTo(JsonValueKind.Array));
            Assert.That(
                paging.EnumerateObject().Select(member => member.Name),
                Is.EqualTo(["page", "pageSize", "totalPages", "totalResults"]),
                "conventions 4.5, and nothing of the program's own"
            );
            Assert.That(paging.GetProperty("page").GetInt32(), Is.EqualTo(1));
            Assert.That(paging.GetProperty("pageSize").GetInt32(), Is.EqualTo(1));
            Assert.That(
                paging.GetProperty("totalPages").GetInt32(),
                Is.EqualTo(paging.GetProperty("totalResults").GetInt32())
            );
        });
    }

    [Test]
    public async Task Changes_tell_values_and_structure()
    {
        using var client = ExampleSite.Client();
        var answer = await Api.JsonAsync(client, $"{Api.Fund}/releases/1.1.0/changes");
        Assert.Multiple(() =>
        {
            foreach (
                var (part, table) in ((string, string)[])[("values", "changes"), ("structural", "structural_changes")]
            )
            {
                Assert.That(
                    answer.GetProperty(part).GetProperty("results").GetArrayLength(),
                    Is.EqualTo(Api.Release.Table(table).Rows.Count)
                );
            }
        });
    }

    [Test]
    public async Task Words_columns_and_checks_are_all_there()
    {
        using var client = ExampleSite.Client();
        var glossary = await Api.JsonAsync(client, "/v1/glossary");
        var dictionary = await Api.JsonAsync(client, "/v1/dictionary");
        var checks = await Api.JsonAsync(client, "/v1/checks");
        var metrics = await Api.JsonAsync(client, $"{Api.Fund}/metrics");
        Assert.Multiple(() =>
        {
            var first = glossary.GetProperty("results")[0];
            Assert.That(first.GetProperty("plain").GetProperty("es").GetString(), Is.EqualTo("Donación"));
            Assert.That(first.GetProperty("official").GetProperty("en").GetString(), Is.EqualTo("Contribution"));
            Assert.That(Ids(dictionary), Is.EqualTo(PublishedTables.All.Select(schema => schema.Id)));
            Assert.That(
                Ids(checks),
                Is.EquivalentTo(
                    Gates.Ids.Concat(QualityChecks.All.Select(one => one.Id)).Concat(Rules.All.Select(one => one.Id))
                )
            );
            Assert.That(Ids(metrics), Is.EqualTo(Api.Release.Manifest.Metrics.Select(metric => metric.Id)));
            Assert.That(
                metrics.GetProperty("results")[0].GetProperty("card").ValueKind,
                Is.EqualTo(JsonValueKind.Object)
            );
        });
    }

    [Test]
    public async Task The_description_lists_every_address_and_no_other()
    {
        using var site = ExampleSite.Over(ExampleSite.Releases.Public, ExampleSite.Releases.Trust);
        using var client = ExampleSite.Start(site);
        var described = (await Api.JsonAsync(client, "/openapi/v1.json")).GetProperty("paths");
        var routes = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(route => route.RoutePattern.RawText!)
            .Where(route =>
                (route.StartsWith("/v1/", StringComparison.Ordinal) && !route.Contains("**", StringComparison.Ordinal))
                || route.Contains("/feeds/", StringComparison.Ordinal)
            )
            .ToHashSet(StringComparer.Ordinal);
        Assert.That(routes, Has.Count.GreaterThan(15));
        Assert.That(described.EnumerateObject().Select(path => path.Name), Is.EquivalentTo(routes));
        Assert.That(
            described
                .EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject(), (path, one) => (path.Name, Method: one.Name))
                .Where(one => one.Method is not ("get" or "head"))
                .Select(one => $"{one.Method} {one.Name}"),
            Is.EqualTo(["post /v1/funds/{fund}/data/{name}/query"])
        );
    }

    [TestCase("docs/api.md")]
    public async Task The_promise_names_every_address(string document)
    {
        using var client = ExampleSite.Client();
        var described = (await Api.JsonAsync(client, "/openapi/v1.json")).GetProperty("paths");
        var text = await File.ReadAllTextAsync(Path.Combine(Top(), document));
        Assert.That(Unnamed(text, described), Is.Empty);
        Assert.That(Unnamed(text.Replace("/v1/glossary", "", StringComparison.Ordinal), described), Is.Not.Empty);
    }

    private static List<string> Unnamed(string text, JsonElement paths) =>
        [
            .. paths
                .EnumerateObject()
                .Select(path => path.Name)
                .Where(path => !text.Contains($"`{path}`", StringComparison.Ordinal)),
        ];

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Impact.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static IEnumerable<string?> Ids(JsonElement list) =>
        list.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("id").GetString());
}
