using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class SigningKeysTests
{
    private const string Fund = SampleTables.Fund;

    [Test]
    public void The_private_key_is_its_owners_only_and_the_public_key_names_itself()
    {
        using var folder = new TemporaryFolder();
        var id = SigningKeys.Create(folder.Path, Fund);
        var text = File.ReadAllText(Path.Combine(folder.Path, "trust", Fund + ".pub"));
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Match("^algorithm: Ed25519\nkey: [0-9a-f]{16}\npublic: [A-Za-z0-9+/]{43}=\n$"));
            Assert.That(text, Does.Contain(id));
            Assert.That(new FileInfo(SigningKeys.PathOf(folder.Path, Fund)).Length, Is.EqualTo(32));
            if (!OperatingSystem.IsWindows())
            {
                Assert.That(
                    File.GetUnixFileMode(SigningKeys.PathOf(folder.Path, Fund)),
                    Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
                );
            }
        });
    }

    [Test]
    public void A_key_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        SigningKeys.Create(folder.Path, Fund);
        var before = File.ReadAllBytes(SigningKeys.PathOf(folder.Path, Fund));
        Assert.That(
            Thrown.By<FaultException>(() => SigningKeys.Create(folder.Path, Fund)).Fault.Kind,
            Is.EqualTo(Faults.KeyExists)
        );
        Assert.That(File.ReadAllBytes(SigningKeys.PathOf(folder.Path, Fund)), Is.EqualTo(before));
    }

    [Test]
    public void A_public_key_that_a_crash_left_out_is_written_from_the_private_one()
    {
        using var folder = new TemporaryFolder();
        SigningKeys.Create(folder.Path, Fund);
        var path = Path.Combine(folder.Path, "trust", Fund + ".pub");
        var before = File.ReadAllBytes(path);
        File.Delete(path);
        SigningKeys.Load(folder.Path, Fund).Dispose();
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(before));
    }

    [Test]
    public void A_missing_or_damaged_key_is_said()
    {
        using var folder = new TemporaryFolder();
        Unreadable(folder);
        SigningKeys.Create(folder.Path, Fund);
        File.WriteAllBytes(SigningKeys.PathOf(folder.Path, Fund), [1, 2, 3]);
        Unreadable(folder);
    }

    [Test]
    public void A_private_key_that_is_not_the_trusted_ones_is_not_used()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        SigningKeys.Create(folder.Path, Fund);
        SigningKeys.Create(other.Path, Fund);
        File.Copy(SigningKeys.PathOf(other.Path, Fund), SigningKeys.PathOf(folder.Path, Fund), overwrite: true);
        Unreadable(folder);
    }

    [Test]
    public void A_signature_holds_for_its_bytes_and_its_key_only()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        SigningKeys.Create(folder.Path, Fund);
        SigningKeys.Create(other.Path, Fund);
        using var key = SigningKeys.Load(folder.Path, Fund);
        using var stranger = SigningKeys.Load(other.Path, Fund);
        var content = Encoding.UTF8.GetBytes("content");
        Assert.Multiple(() =>
        {
            Assert.That(key.Public.HasSigned(content, key.Sign(content)));
            Assert.That(key.Public.HasSigned("content "u8, key.Sign(content)), Is.False);
            Assert.That(key.Public.HasSigned(content, stranger.Sign(content)), Is.False);
            Assert.That(key.Public.HasSigned(content, key.Sign("other"u8.ToArray(), content)), Is.False);
            Assert.That(key.Public.HasSignedAmong(content, key.Sign("other"u8.ToArray(), content)));
            Assert.That(key.Public.HasSignedAmong(content, stranger.Sign("other"u8.ToArray(), content)), Is.False);
            Assert.That(key.Public.HasSigned(content, []), Is.False);
            Assert.That(key.Public.HasSigned(content, "algorithm: Ed25519\nkey: 0\nsignature: !\n"u8), Is.False);
        });
    }

    [TestCase("../x")]
    [TestCase("")]
    [TestCase("A")]
    public void A_key_belongs_to_a_fund(string fund)
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            Thrown.By<FaultException>(() => SigningKeys.Create(folder.Path, fund)).Fault.Kind,
            Is.EqualTo(Faults.FundUnknown)
        );
    }

    private static void Unreadable(TemporaryFolder folder) =>
        Assert.That(
            Thrown.By<FaultException>(() => SigningKeys.Load(folder.Path, Fund)).Fault.Kind,
            Is.EqualTo(Faults.KeyUnreadable)
        );
}
