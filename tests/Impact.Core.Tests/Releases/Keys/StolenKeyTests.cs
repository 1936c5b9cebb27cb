using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Tests.Releases.Keys;

/// <summary>
/// A thief has the key that was given up after version 1.1.0, and may write any file of the public folder. Readers trust the first key,
/// or the newest.
/// </summary>
public sealed class StolenKeyTests
{
    private SampleReleases _releases = null!;
    private SigningKey _stolen = null!;
    private TemporaryFolder _first = null!;

    [SetUp]
    public void Rotate()
    {
        _releases = new SampleReleases();
        _first = new TemporaryFolder();
        _releases.Publish();
        _releases.Publish(SampleTables.People(value: 125));
        var copy = Path.Combine(_first.Path, "stolen");
        File.Copy(SigningKeys.PathOf(_releases.Data, SampleTables.Fund), copy);
        _stolen = SigningKeys.Import(copy)!;
        Directory.CreateDirectory(Path.Combine(_first.Path, "trust"));
        File.Copy(
            TrustedKey.PathOf(_releases.Trust, SampleTables.Fund),
            TrustedKey.PathOf(FirstTrust, SampleTables.Fund)
        );
        new KeyRotation(_releases.Data, _releases.Clock).Rotate(SampleTables.Fund);
        _releases.Publish(SampleTables.People(value: 130));
    }

    [TearDown]
    public void Remove()
    {
        _stolen.Dispose();
        _first.Dispose();
        _releases.Dispose();
    }

    private string FirstTrust => Path.Combine(_first.Path, "trust");

    private string[] Trusts => [FirstTrust, _releases.Trust];

    [Test]
    public void Before_the_theft_both_readers_accept_every_release()
    {
        foreach (var trust in Trusts)
        {
            foreach (var version in (string[])["1.0.0", "1.1.0", "1.2.0"])
            {
                Assert.That(ReleaseVerifier.Verify(_releases.PathOf(version), trust).Failed(), Is.Empty, version);
                Assert.That(new ReleaseShelf(_releases.Public, trust).Open(SampleTables.Fund, version), Is.Not.Null);
            }
        }
    }

    [Test]
    public void A_new_release_by_the_old_key_is_refused()
    {
        Forge("1.2.0", manifest => manifest with { Version = "1.3.0" }, to: "1.3.0");
        Refused("1.3.0", "signature");
    }

    [Test]
    public void The_newest_release_signed_again_by_the_old_key_is_refused()
    {
        Forge("1.2.0", manifest => manifest);
        Refused("1.2.0", "signature");
    }

    [Test]
    public void An_index_by_the_old_key_is_refused()
    {
        SignIndex();
        Refused("1.2.0", "index");
    }

    [TestCase("1.0.0")]
    [TestCase("1.1.0")]
    public void An_older_release_written_anew_by_the_old_key_is_refused(string version)
    {
        Forge(version, manifest => manifest with { Tool = "forged" });
        Refused(version, "index");
        Refused(version, "hand-over");
    }

    [TestCase("1.0.0")]
    [TestCase("1.1.0")]
    public void An_older_release_written_anew_is_refused_without_the_index_too(string version)
    {
        Forge(version, manifest => manifest with { Tool = "forged" });
        RemoveIndex();
        foreach (var trust in Trusts)
        {
            Assert.That(
                ReleaseVerifier.Verify(_releases.PathOf(version), trust).Failed(),
                Does.Contain(Claim(version))
            );
        }
    }

    [Test]
    public void An_older_release_that_never_was_is_refused()
    {
        Forge("1.0.0", manifest => manifest with { Version = "1.0.1", Previous = null }, to: "1.0.1");
        Refused("1.0.1", "hand-over");
        RemoveIndex();
        Refused("1.0.1", "hand-over", opens: false);
    }

    [Test]
    public void An_older_release_that_stands_alone_is_not_believed_and_with_its_successors_it_is()
    {
        RemoveIndex();
        Assert.That(_releases.Verify("1.0.0").Failed(), Is.Empty);
        Directory.Delete(_releases.PathOf("1.1.0"), recursive: true);
        Assert.That(_releases.Verify("1.0.0").Failed(), Is.EqualTo(["hand-over"]));
    }

    [Test]
    public void Another_chain_from_the_old_key_leads_the_reader_of_the_newest_key_nowhere()
    {
        using var thiefs = new SigningKey(SigningKeys.NewKey());
        ForgeChain(thiefs);
        var fault = Thrown.By<FaultException>(() => _releases.Shelf.Index(SampleTables.Fund)).Fault;
        Assert.That(fault.Kind, Is.EqualTo(Faults.HandOverBroken));
        Assert.That(_releases.Verify("1.2.0").Failed(), Does.Contain("hand-over"));

        // The reader of the first key cannot tell the two chains apart, unless it has seen the right one: docs/keys.md says so.
        var stranger = new ReleaseShelf(_releases.Public, FirstTrust);
        SignIndex(thiefs);
        Assert.That(stranger.Index(SampleTables.Fund), Is.Not.Null);
        File.Copy(
            HandOverChain.TrustPath(_releases.Trust, SampleTables.Fund),
            HandOverChain.TrustPath(FirstTrust, SampleTables.Fund)
        );
        Assert.That(
            () => new ReleaseShelf(_releases.Public, FirstTrust).Index(SampleTables.Fund),
            Throws.TypeOf<FaultException>()
        );
    }

    [Test]
    public void A_chain_that_is_cut_off_is_no_way_around()
    {
        File.Delete(HandOverChain.PublicPath(_releases.FundFolder));
        Forge("1.2.0", manifest => manifest with { Tool = "forged" });
        SignIndex();

        // Who knows the newest key has its copy of the chain; who knows the first key only is shown the past, and it is said in known-weaknesses.
        Refused("1.2.0", "signature", _releases.Trust);
        File.Delete(HandOverChain.TrustPath(_releases.Trust, SampleTables.Fund));
        Refused("1.2.0", "signature", _releases.Trust);
    }

    private static string Claim(string version) => version == "1.1.0" ? "signature" : "hand-over";

    private void Refused(string version, string claim, string trust, bool opens = false)
    {
        Assert.That(ReleaseVerifier.Verify(_releases.PathOf(version), trust).Failed(), Does.Contain(claim), trust);
        Assert.That(Opens(version, trust), Is.EqualTo(opens), trust);
    }

    private void Refused(string version, string claim, bool opens = false)
    {
        foreach (var trust in Trusts)
        {
            Refused(version, claim, trust, opens);
        }
    }

    private bool Opens(string version, string trust)
    {
        try
        {
            return new ReleaseShelf(_releases.Public, trust).Open(SampleTables.Fund, version) is not null;
        }
        catch (FaultException)
        {
            return false;
        }
    }

    private void Forge(string version, Func<Manifest, Manifest> change, string? to = null)
    {
        var folder = _releases.PathOf(to ?? version);
        if (to is not null)
        {
            DiskStates.Copy(_releases.PathOf(version), folder);
        }

        var path = Path.Combine(folder, "manifest.json");
        var bytes = ReleaseJson.Write(change(ReleaseJson.ReadManifest(File.ReadAllBytes(path))));
        File.WriteAllBytes(path, bytes);
        File.WriteAllBytes(Path.Combine(folder, "manifest.sig"), _stolen.Sign(bytes));
    }

    private void SignIndex(SigningKey? key = null)
    {
        var path = Path.Combine(_releases.FundFolder, "index.json");
        File.WriteAllBytes(
            Path.Combine(_releases.FundFolder, "index.sig"),
            (key ?? _stolen).Sign(File.ReadAllBytes(path))
        );
    }

    private void ForgeChain(SigningKey thiefs)
    {
        var right = HandOverChain.Load(_releases.Trust, _releases.FundFolder, SampleTables.Fund)[0];
        var forged = (right with { To = thiefs.Public }).Signed(_stolen, thiefs);
        File.WriteAllBytes(HandOverChain.PublicPath(_releases.FundFolder), HandOverChain.Write([forged]));
    }

    private void RemoveIndex()
    {
        File.Delete(Path.Combine(_releases.FundFolder, "index.json"));
        File.Delete(Path.Combine(_releases.FundFolder, "index.sig"));
    }
}
