using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.States;

namespace Impact.Core.Tests.Releases.States;

/// <summary>Three releases, the one in the middle withdrawn for safety.</summary>
public sealed class SafetyWithdrawalTests
{
    private const string Fund = SampleTables.Fund;
    private const string Version = "1.1.0";

    private static readonly string[] Left = ["manifest.json", "manifest.sig", "tombstone.json", "tombstone.sig"];
    private static readonly BilingualText Why = new("It could have pointed to people.", "Podía señalar a personas.");

    private SampleReleases _releases = null!;

    [SetUp]
    public void Publish()
    {
        _releases = new SampleReleases();
        _releases.Publish();
        _releases.Publish(SampleTables.People(value: 125));
        _releases.Publish(SampleTables.People(value: 130));
    }

    [TearDown]
    public void Remove() => _releases.Dispose();

    [Test]
    public void Its_files_are_deleted_and_what_stays_can_be_checked()
    {
        var open = _releases.Shelf.Open(Fund, Version)!;
        Withdraw(_releases.Data);
        var report = _releases.Verify(Version);
        Assert.Multiple(() =>
        {
            Assert.That(Names(_releases.PathOf(Version)), Is.EqualTo(Left));
            Assert.That(report.Holds);
            Assert.That(
                report.Ids(ClaimOutcome.Passed),
                Is.EqualTo(["manifest", "signature", "hand-over", "chain", "index", "tombstone"])
            );
            Assert.That(
                report.Claims.Single(claim => claim.Id == "content-csv").Detail!.En,
                Is.EqualTo("withdrawn for safety")
            );
            Assert.That(_releases.Shelf.Open(Fund, Version), Is.Null);
            Assert.That(() => open.Table("people"), Throws.TypeOf<FaultException>());
            Assert.That(_releases.Verify("1.0.0").Holds && _releases.Verify("1.2.0").Holds, "the chain still verifies");
            Assert.That(_releases.Shelf.Latest(Fund)!.Manifest.Version, Is.EqualTo("1.2.0"));
        });
    }

    [Test]
    public void What_stays_is_given_out_once_it_is_checked_and_nothing_else_is()
    {
        Assert.That(_releases.Shelf.Remains(Fund, Version, "manifest.json"), Is.Null, "it is not withdrawn yet");
        Withdraw(_releases.Data);
        foreach (var file in Left)
        {
            var path = _releases.PathOf(Version, file);
            var bytes = File.ReadAllBytes(path);
            Assert.That(_releases.Shelf.Remains(Fund, Version, file), Is.EqualTo(bytes));
            File.AppendAllText(path, "x");
            Assert.That(() => _releases.Shelf.Remains(Fund, Version, file), Throws.TypeOf<FaultException>(), file);
            File.WriteAllBytes(path, bytes);
        }

        foreach (var file in (string[])["README.md", "../index.json", "data/people.csv", ""])
        {
            Assert.That(_releases.Shelf.Remains(Fund, Version, file), Is.Null, file);
        }

        Assert.That(_releases.Shelf.Remains(Fund, "../1.1.0", "manifest.json"), Is.Null);
    }

    [Test]
    public void The_newest_release_may_be_withdrawn_for_safety_and_the_next_goes_on_from_it()
    {
        Withdraw(_releases.Data, "1.2.0");
        Assert.That(_releases.Shelf.Latest(Fund)!.Manifest.Version, Is.EqualTo("1.1.0"));
        var next = _releases.Publish(SampleTables.People(value: 135)).Release.Manifest;
        Assert.That((next.Version, next.Previous!.Version), Is.EqualTo(("2.0.0", "1.2.0")));
        Assert.That(_releases.Verify("2.0.0").Holds);
    }

    [Test]
    public void Stopped_before_any_step_no_byte_is_given_out_once_the_index_says_so_and_a_second_run_ends_it()
    {
        var (served, buried) = (0, 0);
        var count = DiskStates.Each(
            _releases.Data,
            () => Withdraw(_releases.Data),
            (data, next) =>
            {
                var shelf = new ReleaseShelf(Path.Combine(data, "public"), Path.Combine(data, "trust"));
                var folder = Path.Combine(data, "public", Fund, Version);
                var isServed = shelf.Open(Fund, Version) is not null;
                var isMarked = Tombstone.IsIn(folder);
                served += isServed ? 1 : 0;
                buried += isMarked ? 1 : 0;
                Assert.That(isServed && isMarked, Is.False, next);
                Assert.That(shelf.Latest(Fund)!.Manifest.Version, Is.EqualTo("1.2.0"), next);
                if (isServed)
                {
                    Assert.That(Names(folder), Does.Contain("README.md"), "nothing is deleted before");
                }

                Withdraw(data);
                Assert.That(Names(folder), Is.EqualTo(Left), next);
                Assert.That(
                    ReleaseVerifier.Verify(folder, Path.Combine(data, "trust")).Failed(),
                    Is.Empty,
                    $"after a second run from {next}"
                );
            }
        );
        Assert.That(served, Is.EqualTo(4), "while the two files of the index are written and put in place");
        Assert.That(buried, Is.EqualTo(count - served - 4), "the tombstone comes next, before anything is deleted");
    }

    [Test]
    public void A_file_that_was_deleted_before_the_index_says_so_would_be_seen()
    {
        // The planted order: a release that is still given out lacks a file.
        var isSeen = false;
        DiskStates.Each(
            _releases.Data,
            () =>
            {
                DurableFile.Delete(_releases.PathOf(Version, "README.md"));
                Withdraw(_releases.Data);
            },
            (data, _) =>
            {
                var shelf = new ReleaseShelf(Path.Combine(data, "public"), Path.Combine(data, "trust"));
                isSeen |=
                    shelf.Open(Fund, Version) is not null
                    && !Names(Path.Combine(data, "public", Fund, Version)).Contains("README.md");
            }
        );
        Assert.That(isSeen);
    }

    [Test]
    public void A_stopped_withdrawal_is_found_by_verify_and_ended_by_the_next_publication()
    {
        string? half = null;
        using var copy = new TemporaryFolder();
        DiskStates.Each(
            _releases.Data,
            () => Withdraw(_releases.Data),
            (data, next) =>
            {
                if (half is null && next.EndsWith("README.md", StringComparison.Ordinal))
                {
                    half = Path.Combine(copy.Path, "half");
                    DiskStates.Copy(data, half);
                }
            }
        );
        var folder = Path.Combine(half!, "public", Fund, Version);
        var report = ReleaseVerifier.Verify(folder, Path.Combine(half!, "trust"));
        Assert.That(report.Failed(), Is.EqualTo(["tombstone"]));
        Assert.That(report.Claims.Single(claim => claim.Id == "tombstone").Detail!.En, Does.Contain("README.md"));
        new ReleaseBuilder(half!, _releases.Clock).Publish(SampleReleases.Draft(SampleTables.People(value: 135)));
        Assert.That(Names(folder), Is.EqualTo(Left));
    }

    [Test]
    public void A_state_without_tombstone_a_tombstone_without_state_and_a_file_left_behind_are_found()
    {
        Withdraw(_releases.Data);
        var folder = _releases.PathOf(Version);
        File.WriteAllText(Path.Combine(folder, "people.csv"), "x");
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        Failed("data, people.csv");
        File.Delete(Path.Combine(folder, "people.csv"));
        Directory.Delete(Path.Combine(folder, "data"));

        var stone = File.ReadAllText(Path.Combine(folder, "tombstone.json"));
        File.WriteAllText(
            Path.Combine(folder, "tombstone.json"),
            stone.Replace("pointed", "led", StringComparison.Ordinal)
        );
        Failed("tombstone.json");
        File.WriteAllText(Path.Combine(folder, "tombstone.json"), stone);
        File.Copy(Path.Combine(folder, "manifest.sig"), Path.Combine(folder, "tombstone.sig"), overwrite: true);
        Failed("tombstone.sig");
        File.Delete(Path.Combine(folder, "tombstone.sig"));
        Failed("tombstone.sig");

        // Without index nothing says that the tombstone counts.
        File.Delete(Path.Combine(_releases.FundFolder, "index.json"));
        Failed("index.json");
    }

    [Test]
    public void A_state_without_tombstone_is_found()
    {
        var before = Path.Combine(_releases.Data, "before");
        DiskStates.Copy(_releases.PathOf(Version), before);
        Withdraw(_releases.Data);
        Directory.Delete(_releases.PathOf(Version), recursive: true);
        Directory.Move(before, _releases.PathOf(Version));
        Failed("tombstone.json");
    }

    [Test]
    public void An_older_index_put_back_does_not_bring_a_byte_back()
    {
        var (index, signature) = (
            File.ReadAllBytes(Path.Combine(_releases.FundFolder, "index.json")),
            File.ReadAllBytes(Path.Combine(_releases.FundFolder, "index.sig"))
        );
        Withdraw(_releases.Data);
        File.WriteAllBytes(Path.Combine(_releases.FundFolder, "index.json"), index);
        File.WriteAllBytes(Path.Combine(_releases.FundFolder, "index.sig"), signature);
        Assert.That(() => _releases.Shelf.Open(Fund, Version), Throws.TypeOf<FaultException>());
        Failed("index.json");
    }

    [Test]
    public void After_a_rotation_of_the_key_the_tombstone_still_holds()
    {
        Withdraw(_releases.Data);
        new KeyRotation(_releases.Data, _releases.Clock).Rotate(Fund);
        Assert.That(_releases.Verify(Version).Failed(), Is.Empty);
        Withdraw(_releases.Data, "1.0.0");
        Assert.That(_releases.Verify("1.0.0").Failed(), Is.Empty);
        Assert.That(_releases.Publish(SampleTables.People(value: 135)).Release.Manifest.Version, Is.EqualTo("1.3.0"));
        Assert.That(_releases.Verify("1.2.0").Failed(), Is.Empty);
    }

    [Test]
    public void A_link_is_deleted_and_not_what_it_leads_to()
    {
        var elsewhere = Path.Combine(_releases.Data, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        File.WriteAllText(Path.Combine(elsewhere, "kept.txt"), "kept");
        Directory.CreateSymbolicLink(_releases.PathOf(Version, "link"), elsewhere);
        Withdraw(_releases.Data);
        Assert.That(Names(_releases.PathOf(Version)), Is.EqualTo(Left));
        Assert.That(File.Exists(Path.Combine(elsewhere, "kept.txt")));
    }

    private static void Withdraw(string data, string version = Version) =>
        new ReleaseWithdrawal(data).Withdraw(Fund, version, Withdrawal.For(Why, forSafety: true, TimeProvider.System));

    private static IEnumerable<string> Names(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);

    private void Failed(string detail)
    {
        var claim = _releases.Verify(Version).Claims.Single(claim => claim.Id == "tombstone");
        Assert.That((claim.Outcome, claim.Detail!.En), Is.EqualTo((ClaimOutcome.Failed, detail)));
    }
}
