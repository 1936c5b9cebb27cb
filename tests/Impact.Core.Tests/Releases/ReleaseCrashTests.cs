using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class ReleaseCrashTests
{
    [Test]
    public void A_build_that_stops_half_way_leaves_the_release_before_it()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var draft = SampleReleases.Draft(SampleTables.People(value: 125)) with
        {
            DrawCharts = _ =>
                SampleReleases.Charts("people").Append(null!).Select(chart => chart ?? throw new IOException()),
        };
        Assert.Multiple(() =>
        {
            Assert.That(
                Thrown.By<FaultException>(() => releases.Publish(draft)).Fault.Kind,
                Is.EqualTo(Faults.ReleaseUnwritten)
            );
            Assert.That(Directory.EnumerateDirectories(releases.FundFolder).Count(), Is.EqualTo(1));
            Assert.That(releases.Shelf.Latest(SampleTables.Fund)!.Manifest.Version, Is.EqualTo("1.0.0"));
        });
    }

    [Test]
    public void What_a_crash_left_is_cleared_by_the_next_build()
    {
        using var releases = new SampleReleases();
        var folder = Directory
            .CreateDirectory(Path.Combine(releases.FundFolder, ".building-1.0.0-0123abcd/data"))
            .Parent!.FullName;
        File.WriteAllText(Path.Combine(folder, "data/people.csv"), "half a ta");
        File.WriteAllText(Path.Combine(releases.FundFolder, "index.json.unfinished"), "{");
        Assert.That(releases.Shelf.Funds, Is.Empty);
        releases.Publish();
        Assert.That(
            Directory
                .EnumerateFileSystemEntries(releases.FundFolder)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            Is.EqualTo(["1.0.0", "index.json", "index.sig"])
        );
    }

    [Test]
    public void A_release_that_was_renamed_but_not_listed_is_taken_up()
    {
        using var releases = new SampleReleases();
        var digest = releases.Publish().Release.ManifestSha256;
        Unlist(releases);
        releases.Clock.Advance(TimeSpan.FromHours(1));
        Assert.That(releases.Shelf.Open(SampleTables.Fund, "1.0.0"), Is.Null);
        var result = releases.Publish();
        Assert.Multiple(() =>
        {
            Assert.That(result.IsNew);
            Assert.That(result.Release.ManifestSha256, Is.EqualTo(digest));
            Assert.That(releases.Verify().Holds);
            Assert.That(releases.Shelf.Latest(SampleTables.Fund)!.ManifestSha256, Is.EqualTo(digest));
        });
    }

    [Test]
    public void An_unlisted_release_with_other_content_is_never_overwritten()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        Unlist(releases);
        var before = File.ReadAllBytes(releases.PathOf("1.0.0", "manifest.json"));
        Assert.Multiple(() =>
        {
            Assert.That(
                Thrown.By<FaultException>(() => releases.Publish(SampleTables.People(value: 125))).Fault.Kind,
                Is.EqualTo(Faults.ReleaseConflict)
            );
            Assert.That(File.ReadAllBytes(releases.PathOf("1.0.0", "manifest.json")), Is.EqualTo(before));
        });
    }

    [Test]
    public void An_unlisted_release_with_a_damaged_file_is_not_taken_up()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        Unlist(releases);
        File.AppendAllText(releases.PathOf("1.0.0", "README.md"), " ");
        Assert.That(Thrown.By<FaultException>(() => releases.Publish()).Fault.Kind, Is.EqualTo(Faults.ReleaseConflict));
    }

    [Test]
    public void Between_the_two_files_of_the_index_readers_still_see_the_old_one()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var between = 0;
        DiskStates.Each(
            releases.Data,
            () => releases.Publish(SampleTables.People(value: 125)),
            (data, next) =>
            {
                var fund = Path.Combine(data, "public", SampleTables.Fund);
                if (SignaturesOf(fund) < 2)
                {
                    return;
                }

                between++;
                var shelf = new ReleaseShelf(Path.Combine(data, "public"), Path.Combine(data, "trust"));
                var isNew = shelf.Index(SampleTables.Fund)!.Versions.Count == 2;
                Assert.That(shelf.Latest(SampleTables.Fund)!.Manifest.Version, Is.EqualTo(isNew ? "1.1.0" : "1.0.0"));

                // And the next publication takes up what was not listed.
                var draft = SampleReleases.Draft(SampleTables.People(value: 125));
                var release = new ReleaseBuilder(data, releases.Clock).Publish(draft).Release;
                Assert.That(release.Manifest.Version, Is.EqualTo("1.1.0"), next);
                Assert.That(
                    ReleaseVerifier.Verify(Path.Combine(fund, "1.1.0"), Path.Combine(data, "trust")).Holds,
                    next
                );
            }
        );
        Assert.That(
            between,
            Is.EqualTo(4),
            "before the list is written and put in place, and before its signature alone is"
        );
        Assert.That(
            SignaturesOf(releases.FundFolder),
            Is.EqualTo(1),
            "the signature of the index before is gone at last"
        );
    }

    private static int SignaturesOf(string fundFolder) =>
        File.ReadAllLines(Path.Combine(fundFolder, "index.sig"))
            .Count(line => line.StartsWith("signature: ", StringComparison.Ordinal));

    [Test]
    public void An_index_that_the_key_has_not_signed_stops_publication()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        File.AppendAllText(Path.Combine(releases.FundFolder, "index.json"), " ");
        Assert.That(
            Thrown.By<FaultException>(() => releases.Publish(SampleTables.People(value: 125))).Fault.Kind,
            Is.EqualTo(Faults.ClaimFailed)
        );
    }

    private static void Unlist(SampleReleases releases)
    {
        File.Delete(Path.Combine(releases.FundFolder, "index.json"));
        File.Delete(Path.Combine(releases.FundFolder, "index.sig"));
    }
}
