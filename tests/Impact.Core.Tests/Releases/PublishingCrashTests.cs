using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Tests.Releases.Gifts;

namespace Impact.Core.Tests.Releases;

/// <summary>Publishing 1.1.0 with gifts after 1.0.0, stopped before each step by a crash and by a power failure.</summary>
internal sealed class PublishingCrashTests
{
    private const string Fund = SampleTables.Fund;

    /// <summary>A folder that is being built is cleared first, so what stands in it is tried again at every thirtieth step only.</summary>
    private const int TriedAgain = 30;

    private GiftBench _bench = null!;

    [SetUp]
    public void PublishFirst()
    {
        _bench = new GiftBench();
        _bench.Releases.Publish(Draft(value: 120));
    }

    [TearDown]
    public void Remove() => _bench.Dispose();

    [Test]
    public void In_every_state_the_shelf_shows_one_release_whole_and_publishing_again_ends_with_the_next()
    {
        HashSet<string> shown = [];
        List<string> steps = [];
        var broken = Broken(PublishNext, loses: null, steps, shown);
        var built = steps.Where(step => step.Contains(".building-", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(broken, Is.Empty);
            Assert.That(shown, Is.EquivalentTo((string[])["1.0.0", "1.1.0"]), "before and after were both looked at");
            foreach (
                var file in (string[])["people.csv", "people.parquet", "release.duckdb", "leaves.bin", "manifest.sig"]
            )
            {
                Assert.That(
                    built,
                    Has.Some.EndsWith("/" + file),
                    "every file of a release that is being built is a step"
                );
            }

            Assert.That(steps, Has.Some.EndsWith("1.1.0").And.Some.Contains("by power failure"));
        });
    }

    /// <summary>A flush that is left out; no other flush makes up for it.</summary>
    [TestCase("release.duckdb")]
    [TestCase("data")]
    [TestCase("private/released/" + Fund)]
    public void A_flush_that_is_left_out_is_seen(string path) =>
        Assert.That(
            Broken(PublishNext, flushed => flushed.EndsWith("/" + path, StringComparison.Ordinal)),
            Is.Not.Empty
        );

    [Test]
    public void A_release_that_is_put_in_its_place_before_it_is_flushed_is_seen()
    {
        // The whole release is made elsewhere, and comes by the planted order.
        using var elsewhere = new TemporaryFolder();
        DiskStates.Copy(_bench.Releases.Data, elsewhere.Path);
        new ReleaseBuilder(elsewhere.Path, _bench.Releases.Clock).Publish(Draft(value: 125));
        var made = Path.Combine(elsewhere.Path, "public", Fund);
        var place = _bench.Releases.PathOf("1.1.0");
        var broken = Broken(
            () =>
            {
                var building = _bench.Releases.PathOf(".building-1.1.0-00000000");
                DiskStates.Copy(Path.Combine(made, "1.1.0"), building);
                DurableFile.MoveFolder(building, place);
                DurableFile.Step(place);
                DurableFile.FlushTree(place);
                var basis = $"private/released/{Fund}/1.1.0.json";
                foreach (var file in (string[])[basis, $"public/{Fund}/index.sig", $"public/{Fund}/index.json"])
                {
                    DurableFile.Replace(
                        Path.Combine(_bench.Releases.Data, file),
                        File.ReadAllBytes(Path.Combine(elsewhere.Path, file))
                    );
                }
            },
            loses: null
        );
        Assert.That(
            broken,
            Has.Some.Contains($"1.1.0, by power failure: {Faults.ReleaseConflict.Code}"),
            "later steps break the index too, since it comes with one signature"
        );
    }

    private static ReleaseDraft Draft(long value) =>
        SampleReleases.Draft(SampleTables.People(value)) with
        {
            LastBatch = 1,
        };

    private ReleaseDraft Next => Draft(value: 125) with { OpenGifts = () => _bench.Gifts };

    private void PublishNext() => _bench.Releases.Publish(Next);

    /// <summary>What is wrong with which state; empty where nothing is.</summary>
    private List<string> Broken(
        Action work,
        Func<string, bool>? loses,
        List<string>? steps = null,
        HashSet<string>? shown = null
    )
    {
        _ = _bench.Keys;
        List<string> broken = [];
        HashSet<string> known = [];
        var count = 0;
        DiskStates.EachFlushed(
            _bench.Releases.Data,
            work,
            (data, step) =>
            {
                steps?.Add(step);
                if (!known.Add(Standing(data)) && ++count % TriedAgain != 0)
                {
                    return;
                }

                try
                {
                    shown?.Add(Shown(data));
                    new ReleaseBuilder(data, _bench.Releases.Clock).Publish(Next);
                    _ = new ReleaseBases(data, Fund).Listed(Shelf(data).Index(Fund));
                    if (Shown(data) != "1.1.0")
                    {
                        broken.Add(step);
                    }
                }
                catch (FaultException error)
                {
                    broken.Add($"{step}: {error.Fault.Code} {error.Fault.Path} {error.Fault.Detail}");
                }
            },
            loses
        );
        return broken;
    }

    /// <summary>Everything but what is being built, as one text.</summary>
    private static string Standing(string data) =>
        string.Join(
            '\n',
            Directory
                .EnumerateFileSystemEntries(data, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains(".building-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => $"{Path.GetRelativePath(data, path)} {DigestOf(path)}")
        );

    private static string DigestOf(string path) =>
        Directory.Exists(path) ? string.Empty : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>The version that readers are shown, once it is whole and the one before it, too.</summary>
    private static string Shown(string data)
    {
        var latest = Shelf(data).Latest(Fund)!.Manifest.Version;
        foreach (var version in latest == "1.0.0" ? ["1.0.0"] : (string[])["1.0.0", latest])
        {
            var report = ReleaseVerifier.Verify(
                Path.Combine(data, "public", Fund, version),
                Path.Combine(data, "trust")
            );
            if (!report.Holds)
            {
                throw new FaultException(new(Faults.ClaimFailed, version, string.Join(", ", report.Failed())));
            }
        }

        return latest;
    }

    private static ReleaseShelf Shelf(string data) => new(Path.Combine(data, "public"), Path.Combine(data, "trust"));
}
