using System.Globalization;
using CsCheck;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Tests.Releases.Keys;

public sealed class KeyRotationTests
{
    private const string Fund = SampleTables.Fund;
    private const string Seed = "0N0XIzNsQ0O2";

    /// <summary>A case publishes whole releases, so one case stands for twenty.</summary>
    private const int CasesPerCase = 20;

    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("IMPACT_CASES"), CultureInfo.InvariantCulture, out var cases)
            ? cases
            : 200;

    [Test]
    public void The_new_key_signs_and_the_old_one_is_nowhere_in_the_data_directory()
    {
        using var releases = new SampleReleases();
        var path = SigningKeys.PathOf(releases.Data, Fund);
        var old = File.ReadAllBytes(path);
        releases.Publish();
        var handOver = Rotate(releases.Data, releases.Clock);
        Assert.Multiple(() =>
        {
            Assert.That(handOver.Number, Is.EqualTo(1));
            Assert.That(handOver.Last!.Version, Is.EqualTo("1.0.0"));
            Assert.That(TrustedKey.Load(releases.Trust, Fund).Id, Is.EqualTo(handOver.To.Id));
            Assert.That(File.Exists(SigningKeys.NextPathOf(releases.Data, Fund)), Is.False);
            Assert.That(FilesWith(releases.Data, old), Is.Empty);
            Assert.That(FilesWith(releases.Data, File.ReadAllBytes(path)), Is.EqualTo([path]));
            Assert.That(
                releases.Publish(SampleTables.People(value: 125)).Release.Manifest.Version,
                Is.EqualTo("1.1.0")
            );
            Assert.That(releases.Verify("1.0.0").Holds && releases.Verify("1.1.0").Holds);
            if (!OperatingSystem.IsWindows())
            {
                Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            }
        });
    }

    [Test]
    public void A_key_may_be_rotated_before_the_first_release_and_twice_in_a_row()
    {
        using var releases = new SampleReleases();
        Rotate(releases.Data, releases.Clock);
        Rotate(releases.Data, releases.Clock);
        releases.Publish();
        Rotate(releases.Data, releases.Clock);
        releases.Publish(SampleTables.People(value: 125));
        Assert.That(releases.Verify("1.0.0").Holds && releases.Verify("1.1.0").Holds);
        Assert.That(HandOverChain.Load(releases.Trust, releases.FundFolder, Fund), Has.Count.EqualTo(3));
    }

    [Test]
    public void Stopped_before_any_step_readers_and_the_fund_go_on()
    {
        using var releases = new SampleReleases();
        using var first = FirstTrust(releases);
        releases.Publish();
        Rotate(releases.Data, releases.Clock);
        releases.Publish(SampleTables.People(value: 125));
        var seen = new HashSet<int>();
        var count = DiskStates.Each(
            releases.Data,
            () => Rotate(releases.Data, releases.Clock),
            (data, next) =>
            {
                var (shelf, trust) = (Path.Combine(data, "public"), Path.Combine(data, "trust"));
                foreach (var reader in (string[])[trust, first.Path])
                {
                    Assert.That(
                        new ReleaseShelf(shelf, reader).Latest(Fund)!.Manifest.Version,
                        Is.EqualTo("1.1.0"),
                        next
                    );
                    Assert.That(new ReleaseShelf(shelf, reader).Open(Fund, "1.0.0"), Is.Not.Null, next);
                }

                var draft = SampleReleases.Draft(SampleTables.People(value: 130));
                Assert.That(new ReleaseBuilder(data, releases.Clock).Publish(draft).IsNew, next);
                seen.Add(HandOverChain.Load(trust, Path.Combine(shelf, Fund), Fund).Count);
                foreach (var version in (string[])["1.0.0", "1.2.0"])
                {
                    var folder = Path.Combine(shelf, Fund, version);
                    Assert.That(ReleaseVerifier.Verify(folder, trust).Failed(), Is.Empty, $"{next} {version}");
                }

                Rotate(data, releases.Clock);
                Assert.That(File.Exists(SigningKeys.NextPathOf(data, Fund)), Is.False, next);
            }
        );
        Assert.That(seen, Is.EquivalentTo([1, 2]));
        Assert.That(count, Is.AtLeast(14), "each file of the rotation is written and put in its place");
    }

    [Test]
    public void A_hand_over_that_came_before_the_index_of_both_keys_would_be_seen()
    {
        // The planted order: readers know at once that the new key signs, and no index of it is there.
        using var releases = new SampleReleases();
        releases.Publish();
        var path = HandOverChain.PublicPath(releases.FundFolder);
        using var old = SigningKeys.Import(SigningKeys.PathOf(releases.Data, Fund))!;
        using var next = new SigningKey(SigningKeys.NewKey());
        var handOver = new HandOver
        {
            Fund = Fund,
            Number = 1,
            From = old.Public,
            To = next.Public,
            At = new DateTimeOffset(2020, 4, 16, 0, 0, 0, TimeSpan.Zero),
        }.Signed(old, next);
        File.WriteAllBytes(path, HandOverChain.Write([handOver]));
        Assert.That(() => releases.Shelf.Index(Fund), Throws.TypeOf<FaultException>());
    }

    [Test]
    public void A_shelf_that_is_open_follows_a_rotation()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var shelf = releases.Shelf;
        Assert.That(shelf.Latest(Fund)!.Manifest.Version, Is.EqualTo("1.0.0"));
        Rotate(releases.Data, releases.Clock);
        releases.Publish(SampleTables.People(value: 125));
        Assert.That(shelf.Latest(Fund)!.Manifest.Version, Is.EqualTo("1.1.0"));
        Rotate(releases.Data, releases.Clock);
        Assert.That(shelf.Open(Fund, "1.0.0"), Is.Not.Null);
    }

    [Test]
    public void While_another_program_publishes_no_key_is_rotated()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        using var taken = FundShelfFolder.Take(releases.Data, Fund);
        Assert.That(
            Thrown.By<FaultException>(() => Rotate(releases.Data, releases.Clock)).Fault.Kind,
            Is.EqualTo(Faults.ReleaseBusy)
        );
        Assert.That(File.Exists(SigningKeys.NextPathOf(releases.Data, Fund)), Is.False);
    }

    [Test]
    public void A_key_from_an_old_backup_signs_nothing()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var path = SigningKeys.PathOf(releases.Data, Fund);
        var (key, trusted) = (File.ReadAllBytes(path), File.ReadAllBytes(TrustedKey.PathOf(releases.Trust, Fund)));
        Rotate(releases.Data, releases.Clock);
        File.WriteAllBytes(path, key);
        Unreadable(releases);
        File.WriteAllBytes(TrustedKey.PathOf(releases.Trust, Fund), trusted);
        Unreadable(releases);
    }

    [Test]
    public void A_release_that_is_not_listed_yet_is_published_first()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        string[] index =
        [
            .. new[] { "index.json", "index.sig" }.Select(name => Path.Combine(releases.FundFolder, name)),
        ];
        byte[][] before = [.. index.Select(File.ReadAllBytes)];
        releases.Publish(SampleTables.People(value: 125));
        File.WriteAllBytes(index[0], before[0]);
        File.WriteAllBytes(index[1], before[1]);
        Assert.That(
            Thrown.By<FaultException>(() => Rotate(releases.Data, releases.Clock)).Fault.Kind,
            Is.EqualTo(Faults.ReleaseConflict)
        );
        releases.Publish(SampleTables.People(value: 125));
        Rotate(releases.Data, releases.Clock);
        Assert.That(releases.Verify("1.1.0").Holds);
    }

    [Test]
    public void A_fund_that_has_published_and_lost_its_key_gets_no_new_one()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        File.Delete(SigningKeys.PathOf(releases.Data, Fund));
        File.Delete(TrustedKey.PathOf(releases.Trust, Fund));
        Assert.That(
            Thrown.By<FaultException>(() => SigningKeys.Create(releases.Data, Fund)).Fault.Kind,
            Is.EqualTo(Faults.KeyUnreadable)
        );
    }

    [Test]
    public void Whatever_the_order_of_publications_and_rotations_every_reader_of_any_key_accepts_every_release() =>
        Gen
            .Bool.List[1, 6]
            .Sample(
                steps =>
                {
                    using var releases = new SampleReleases();
                    var readers = new List<TemporaryFolder> { FirstTrust(releases) };
                    var published = 0;
                    foreach (var publishes in steps.Append(true))
                    {
                        if (publishes)
                        {
                            releases.Publish(SampleTables.People(value: 200 + (5 * ++published)));
                        }
                        else
                        {
                            Rotate(releases.Data, releases.Clock);
                            readers.Add(FirstTrust(releases));
                        }
                    }

                    foreach (var reader in readers)
                    {
                        var shelf = new ReleaseShelf(releases.Public, reader.Path);
                        var versions = shelf.Index(Fund)!.Versions;
                        Assert.That(versions, Has.Count.EqualTo(published));
                        Assert.That(versions.Select(entry => shelf.Open(Fund, entry.Version)), Has.None.Null);
                        reader.Dispose();
                    }

                    Assert.That(releases.Verify("1.0.0").Failed(), Is.Empty);
                },
                seed: Seed,
                iter: Math.Max(1, Cases / CasesPerCase),
                threads: 1
            );

    private static HandOver Rotate(string data, TimeProvider clock) => new KeyRotation(data, clock).Rotate(Fund);

    /// <summary>A reader's folder with the fund's key of now and nothing else.</summary>
    private static TemporaryFolder FirstTrust(SampleReleases releases)
    {
        var folder = new TemporaryFolder();
        File.Copy(TrustedKey.PathOf(releases.Trust, Fund), TrustedKey.PathOf(folder.Path, Fund));
        return folder;
    }

    private static void Unreadable(SampleReleases releases) =>
        Assert.That(
            Thrown.By<FaultException>(() => releases.Publish(SampleTables.People(value: 125))).Fault.Kind,
            Is.EqualTo(Faults.KeyUnreadable)
        );

    private static IEnumerable<string> FilesWith(string folder, byte[] bytes) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => File.ReadAllBytes(path).AsSpan().IndexOf(bytes) >= 0);
}
