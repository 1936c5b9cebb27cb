using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class ReleaseBuilderTests
{
    /// <summary>Changes and structural changes, which a release adds by itself.</summary>
    private const int TablesOfChanges = 2;

    [Test]
    public void The_first_release_is_1_0_0_and_every_claim_of_it_holds()
    {
        using var releases = new SampleReleases();
        var result = releases.Publish();
        var report = releases.Verify();
        Assert.Multiple(() =>
        {
            Assert.That(result.IsNew);
            Assert.That(result.Release.Manifest.Version, Is.EqualTo("1.0.0"));
            Assert.That(result.Release.Manifest.Previous, Is.Null);
            Assert.That(
                result.Release.Manifest.PublishedAt,
                Is.EqualTo(new DateTimeOffset(2020, 4, 15, 12, 30, 15, TimeSpan.Zero))
            );
            Assert.That(result.Release.Charts, Is.EqualTo(["money-over-time"]));
            Assert.That(report.Failed(), Is.Empty);
            Assert.That(
                report.Ids(ClaimOutcome.NotChecked),
                Is.EqualTo(["gift-roots", "gift-totals", "privacy-budget", "noisy-counts", "frozen"])
            );
            Assert.That(report.Holds);
        });
    }

    [Test]
    public void The_folder_holds_what_the_design_says_and_nothing_else()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        Assert.That(
            Directory
                .EnumerateFileSystemEntries(releases.FundFolder)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            Is.EqualTo(["1.0.0", "index.json", "index.sig"])
        );
        Assert.That(
            Directory
                .EnumerateFileSystemEntries(releases.PathOf("1.0.0"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            Is.EqualTo([
                "README.md",
                "charts",
                "data",
                "datapackage.json",
                "exports",
                "manifest.json",
                "manifest.sig",
                "release.duckdb",
            ])
        );
        Assert.That(
            Directory.EnumerateFiles(releases.PathOf("1.0.0", "data")).Count(),
            Is.EqualTo(2 * (SampleTables.All.Count + TablesOfChanges))
        );
    }

    [Test]
    public void Changed_tables_make_the_next_version_and_the_chain_holds()
    {
        using var releases = new SampleReleases();
        var first = releases.Publish();
        var second = releases.Publish(SampleTables.People(value: 125));
        var third = releases.Publish(SampleTables.People(value: 130));
        Assert.Multiple(() =>
        {
            Assert.That(
                second.Release.Manifest.Previous,
                Is.EqualTo(new ManifestPrevious("1.0.0", first.Release.ManifestSha256))
            );
            Assert.That(third.Release.Manifest.Version, Is.EqualTo("1.2.0"));
            Assert.That(releases.Verify("1.2.0").Failed(), Is.Empty);
            Assert.That(
                releases.Verify("1.2.0").Ids(ClaimOutcome.NotChecked),
                Is.EqualTo(["gift-roots", "gift-totals", "privacy-budget", "noisy-counts", "frozen"])
            );
            Assert.That(releases.Verify("1.0.0").Holds);
        });
    }

    [Test]
    public void Equal_tables_publish_nothing_and_give_back_the_release_that_is_there()
    {
        using var releases = new SampleReleases();
        var first = releases.Publish();
        releases.Clock.Advance(TimeSpan.FromDays(1));
        var again = releases.Publish(
            SampleReleases.Draft() with
            {
                DescribeCharts = _ => [],
                DrawCharts = _ => throw new InvalidOperationException(),
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(again.IsNew, Is.False);
            Assert.That(again.Release.ManifestSha256, Is.EqualTo(first.Release.ManifestSha256));
            Assert.That(releases.Shelf.Index(SampleTables.Fund)!.Versions, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_rebuild_elsewhere_gives_the_same_content()
    {
        using var here = new SampleReleases();
        using var there = new SampleReleases();
        Assert.That(
            there.Publish().Release.Manifest.Content,
            Is.EqualTo(here.Publish().Release.Manifest.Content)
                .And.Count.EqualTo(SampleTables.All.Count + TablesOfChanges)
        );
    }

    [Test]
    public void The_manifest_reads_as_it_was_written_and_says_when_no_licence_is_stated()
    {
        using var releases = new SampleReleases();
        var manifest = releases.Publish().Release.Manifest;
        var bytes = File.ReadAllBytes(releases.PathOf("1.0.0", "manifest.json"));
        Assert.Multiple(() =>
        {
            Assert.That(ReleaseJson.Write(ReleaseJson.ReadManifest(bytes)), Is.EqualTo(bytes));
            Assert.That(bytes, Has.None.EqualTo((byte)'\r'));
            Assert.That(
                Encoding.UTF8.GetString(bytes),
                Does.StartWith("{\n  \"format\": \"impact-release/1\",\n  \"fund\": {\n")
            );
            Assert.That(manifest.Sources.Select(source => source.Licence), Is.EqualTo(["none stated", "CC0"]));
            Assert.That(manifest.Metrics.Select(metric => metric.Id), Is.EqualTo(["disbursed", "spent"]));
        });
    }

    [Test]
    public void The_read_me_warns_of_fiction_in_both_languages_and_only_then()
    {
        using var releases = new SampleReleases();
        var manifest = releases.Publish().Release.Manifest;
        var fiction = Encoding.UTF8.GetString(ReleaseReadMe.Write(manifest));
        var real = Encoding.UTF8.GetString(
            ReleaseReadMe.Write(manifest with { Fund = manifest.Fund with { Fiction = false } })
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                fiction,
                Does.Contain("Everything here is invented").And.Contain("Todo lo que hay aquí es inventado")
            );
            Assert.That(real, Does.Not.Contain("invent"));
            Assert.That(fiction, Does.Contain("Licence: none stated").And.Contain("Licencia: no se indica"));
        });
    }

    [Test]
    public void The_data_package_describes_every_table_with_its_types()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var json = System.Text.Json.Nodes.JsonNode.Parse(
            File.ReadAllBytes(releases.PathOf("1.0.0", "datapackage.json"))
        )!;
        var resources = json["resources"]!.AsArray();
        var people = resources.First(resource => ((string?)resource!["name"]) == "people")!;
        var rates = resources.First(resource => ((string?)resource!["name"]) == "rates")!;
        Assert.Multiple(() =>
        {
            Assert.That(
                resources.Count(one => !((string)one!["path"]!).StartsWith("exports/", StringComparison.Ordinal)),
                Is.EqualTo((2 * (SampleTables.All.Count + TablesOfChanges)) + 1)
            );
            Assert.That((string?)json["version"], Is.EqualTo("1.0.0"));
            Assert.That((string?)people["schema"]!["fields"]![4]!["type"], Is.EqualTo("date"));
            Assert.That((string?)people["schema"]!["fields"]![7]!["categories"]![1]!["value"], Is.EqualTo("women"));
            Assert.That((string?)people["schema"]!["primaryKey"]![2], Is.EqualTo("indicator"));
            Assert.That((string?)rates["schema"]!["uniqueKeys"]![0]![1], Is.EqualTo("organisation_id"));
            Assert.That((string?)people["schema"]!["missingValues"]![0]!["value"], Is.Empty);
        });
    }

    [Test]
    public void Two_publications_at_once_are_refused()
    {
        using var releases = new SampleReleases();
        Fault? fault = null;
        var draft = SampleReleases.Draft() with
        {
            DrawCharts = _ =>
            {
                fault = Thrown.By<FaultException>(() => releases.Publish()).Fault;
                return [];
            },
        };
        Assert.That(releases.Publish(draft).IsNew);
        Assert.That(fault!.Kind, Is.EqualTo(Faults.ReleaseBusy));
    }

    [Test]
    public void Charts_are_drawn_for_the_version_they_go_into()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var drawn = new List<string>();
        var draft = SampleReleases.Draft(SampleTables.People(value: 125)) with
        {
            DescribeCharts = _ => [],
            DrawCharts = version =>
            {
                drawn.Add(version);
                return [];
            },
        };
        releases.Publish(draft);
        Assert.That(drawn, Is.EqualTo(["1.1.0"]));
    }
}
