using System.Security.Cryptography;
using System.Text.Json.Nodes;

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

            foreach (
                var schema in package["resources"]!.AsArray().Select(one => one!["schema"]).OfType<JsonNode>().Take(3)
            )
            {
                Assert.That(Faults("tableschema", schema), Is.Empty);
            }
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
