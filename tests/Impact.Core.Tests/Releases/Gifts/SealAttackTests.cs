using System.Text;
using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

/// <summary>What a stranger could try with sealed records: one of another release, two texts under one key, two of one name.</summary>
[TestFixture]
internal sealed class SealAttackTests
{
    private const string Id = "xi-harbour/1.0.0";

    [Test]
    public void A_record_of_another_release_under_this_ones_name_does_not_open()
    {
        var code = ReceiptCode.Of(GiftBench.FixedKeys.Receipt, "txn").Secret.ToArray();
        var (here, there) = (new GiftDerivation(Id), new GiftDerivation("xi-harbour/1.1.0"));
        var record = new byte[512];
        there.Place(code, 1, record.AsSpan(0, GiftDerivation.NameBytes));
        SealedRecord.Seal(there, code, "secret"u8, record);
        Assert.That(SealedRecord.Open(there, code, record), Is.Not.Null);
        Assert.That(SealedRecord.Open(here, code, record), Is.Null);
        here.Place(code, 1, record.AsSpan(0, GiftDerivation.NameBytes));
        Assert.That(SealedRecord.Open(here, code, record), Is.Null);
        Assert.That(SealedRecord.Open(there, code, record), Is.Null, "the name is bound");
    }

    [Test]
    public void Another_content_has_another_key_and_the_same_one_the_same_bytes()
    {
        // A build that is repeated after a crash with other contents must not use one key and nonce for two texts.
        var one = Sealed("a gift of 10"u8.ToArray());
        Assert.That(Sealed("a gift of 10"u8.ToArray()), Is.EqualTo(one));
        var other = Sealed("a gift of 11"u8.ToArray());
        Assert.That(
            Difference(one, other)[32..^16].Count(value => value == 0),
            Is.LessThan(20),
            "no keystream is shared"
        );

        // With one key and nonce for both, the difference of the texts would lie open: zeros but for one byte.
        Assert.That(
            Difference(Planted("a gift of 10"), Planted("a gift of 11")).Count(value => value != 0),
            Is.EqualTo(1)
        );
    }

    [Test]
    public void Two_records_of_one_name_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var buckets = new BucketFiles(1, 256, 2, Path.Combine(folder.Path, "spool"));
        buckets.Add(0, new byte[256]);
        buckets.Add(0, [.. new byte[255], 1]);
        Assert.That(
            Thrown.By<ReleaseRefusedException>(() => buckets.Write(folder.Path, new byte[32])).Rule,
            Is.EqualTo("receipt-code-twice")
        );
    }

    private static byte[] Sealed(byte[] plain)
    {
        var record = new byte[512];
        SealedRecord.Seal(new(Id), ReceiptCode.Of(GiftBench.FixedKeys.Receipt, "txn").Secret, plain, record);
        return record;
    }

    private static byte[] Planted(string text)
    {
        using var cipher = new System.Security.Cryptography.AesGcm(new byte[32], 16);
        var bytes = new byte[text.Length];
        cipher.Encrypt(new byte[12], Encoding.ASCII.GetBytes(text), bytes, new byte[16]);
        return bytes;
    }

    private static byte[] Difference(byte[] one, byte[] other) => [.. one.Zip(other, (a, b) => (byte)(a ^ b))];
}
