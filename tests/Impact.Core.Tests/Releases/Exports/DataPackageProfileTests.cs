using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>The data package of a published release against the official profiles, its files and its tables.</summary>
public class DataPackageProfileTests
{
    private SampleReleases _releases = null!;

    [SetUp]
    public void Publish()
    {
        _releases = new();
        _releases.Publish();
    }

    [TearDown]
    public void Remove() => _releases.Dispose();

    [Test]
    public void The_package_and_its_parts_validate()
    {
        var package = Package();
        Assert.Multiple(() =>
        {
            Assert.That(Faults("datapackage", package), Is.Empty);
            foreach (var resource in package["resources"]!.AsArray())
            {
                Assert.That(Faults("dataresource", resource!), Is.Empty, (string)resource!["name"]!);
            }
        });
    }

    [Test]
    public void The_schema_of_every_table_validates()
    {
        using var examples = ExampleReleases.Empty();
        var release = examples.Publish(new SmallFund(SmallFund.MostQuarters), charts: false);
        var package = JsonNode.Parse(File.ReadAllBytes(Path.Combine(release.Folder, "datapackage.json")))!;
        var tables = package["resources"]!.AsArray().Where(one => one!["schema"] is not null).ToList();
        Assert.Multiple(() =>
        {
            foreach (var content in release.Manifest.Content)
            {
                var own = tables.Where(one => (string)one!["path"]! == $"data/{content.Table}.csv").ToList();
                Assert.That(own, Has.Count.EqualTo(1), content.Table);
                Assert.That(Faults("tableschema", own[0]!["schema"]!), Is.Empty, content.Table);
            }

            Assert.That(release.Manifest.Content, Has.Count.GreaterThan(25));
        });
        var planted = tables[^1]!["schema"]!.DeepClone();
        planted["fields"]![0]!["type"] = "money";
        Assert.That(Faults("tableschema", planted), Is.Not.Empty);
    }

    [TestCase("c", null)]
    [TestCase("z", null)]
    [TestCase("x", null)]
    [TestCase("low", "0")]
    public void A_status_survives_the_package_and_stands_in_no_value(string status, string? value)
    {
        var planted = SampleTables.People(value is null ? null : 0, status);
        _releases.Dispose();
        _releases = new();
        _releases.Publish(planted);
        var resource = Package()["resources"]!.AsArray().Single(one => (string)one!["path"]! == "data/people.csv")!;
        var fields = resource["schema"]!["fields"]!.AsArray().Select(one => (string)one!["name"]!).ToList();
        var lines = File.ReadAllLines(_releases.PathOf("1.0.0", (string)resource["path"]!));
        var cells = lines[1].Split(',');
        var allowed = resource["schema"]!["fields"]![fields.IndexOf("status")]!["categories"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(lines[0].Split(','), Is.EqualTo(fields), "the heading is the schema's");
            Assert.That(cells[fields.IndexOf("status")], Is.EqualTo(status));
            Assert.That(cells[fields.IndexOf("value")], Is.EqualTo(value ?? string.Empty));
            Assert.That(allowed.Select(one => (string)one!["value"]!), Has.Member(status));
            Assert.That(
                _releases.Shelf.Latest("xi-harbour")!.Table("people").Rows[0].Text("status"),
                Is.EqualTo(status)
            );
        });
    }

    [TestCase("resources")]
    [TestCase("licenses")]
    public void A_planted_fault_is_found(string member)
    {
        var package = Package();
        package[member] = new JsonArray();
        Assert.That(Faults("datapackage", package), Does.Contain("/" + member));
    }

    [Test]
    public void Every_export_is_a_resource_with_its_digest()
    {
        var resources = Package()["resources"]!.AsArray();
        foreach (
            var file in _releases
                .Shelf.Latest("xi-harbour")!
                .Files.Where(one => one.Path.StartsWith("exports/", StringComparison.Ordinal))
        )
        {
            var resource = resources.Single(one => (string)one!["path"]! == file.Path)!;
            var bytes = File.ReadAllBytes(_releases.PathOf("1.0.0", file.Path));
            Assert.That(
                (string)resource["hash"]!,
                Is.EqualTo("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)))
            );
        }

        Assert.That(resources.Select(one => (string)one!["name"]!), Is.Unique);
    }

    [Test]
    public void The_release_with_exports_verifies() => Assert.That(_releases.Verify().Failed(), Is.Empty);

    private static string Faults(string profile, JsonNode document) =>
        SharedSchemas.Faults(
            "7",
            System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()),
            SharedSchemas.PathOf($"frictionless-2.0/{profile}.json")
        );

    private JsonNode Package() => JsonNode.Parse(File.ReadAllBytes(_releases.PathOf("1.0.0", "datapackage.json")))!;
}
