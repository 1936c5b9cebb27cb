using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Gifts;

/// <summary>The sample fund with gifts behind its statement, and the plain second way to everything that is hashed.</summary>
internal sealed class GiftBench : IDisposable
{
    public const string Id = "xi-harbour/1.0.0";
    public const int Count = 300;
    private const long Total = 10_000_000;
    private const long Refunded = 50_000;

    public SampleReleases Releases { get; } = new();

    public ListedGifts Gifts { get; } = ListedGifts.For(Total, Refunded, Count, new DateOnly(2020, 3, 31));

    public GiftKeys Keys => GiftKeys.Open(Releases.Data, SampleTables.Fund);

    public static GiftKeys FixedKeys { get; } =
        GiftKeys.FromBytes([.. Enumerable.Repeat((byte)7, 32)], [.. Enumerable.Repeat((byte)9, 32)]);

    public string Publish(IGiftSource? gifts = null, params PublishedTable[] changed) =>
        Releases
            .Publish(SampleReleases.Draft(changed) with { OpenGifts = () => gifts ?? Gifts })
            .Release.Manifest.Version;

    public Release Open(string version = "1.0.0") => Releases.Shelf.Open(SampleTables.Fund, version)!;

    public GiftProof Prove(string transaction, string version = "1.0.0") =>
        GiftProof.Open(Releases.PathOf(version), Releases.Trust, ReceiptCode.Of(Keys.Receipt, transaction).ToString());

    public string FaultOf(string transaction, string version = "1.0.0") =>
        Thrown.By<FaultException>(() => Prove(transaction, version)).Fault.Code;

    /// <summary>A field: length in two bytes, then the bytes.</summary>
    public static byte[] Field(string text) =>
        [
            (byte)(Encoding.UTF8.GetByteCount(text) >> 8),
            (byte)Encoding.UTF8.GetByteCount(text),
            .. Encoding.UTF8.GetBytes(text),
        ];

    /// <summary>A leaf by the letter of the documentation.</summary>
    public static byte[] PlainLeaf(byte[] code, string tree, string release, int power, string transaction)
    {
        var secret = HMACSHA256.HashData(
            code,
            (byte[])[.. Field(tree), .. Field(release), (byte)power, .. Field(transaction)]
        );
        return [.. SHA256.HashData([0, .. secret, .. Eight(1L << power)]), .. Eight(1L << power)];
    }

    /// <summary>The root by recursion: hash and sum.</summary>
    public static (byte[] Hash, Int128 Sum) PlainRoot(IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 1)
        {
            return (leaves[0][..32], BinaryPrimitives.ReadInt64BigEndian(leaves[0].AsSpan(32)));
        }

        var left = PlainRoot([.. leaves.Take(leaves.Count / 2)]);
        var right = PlainRoot([.. leaves.Skip(leaves.Count / 2)]);
        return (
            SHA256.HashData([1, .. Eight((long)left.Sum), .. left.Hash, .. Eight((long)right.Sum), .. right.Hash]),
            left.Sum + right.Sum
        );
    }

    public static byte[] Eight(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    public static List<byte[]> LeavesOf(string folder, string file = "gifts/leaves.bin") =>
        [.. File.ReadAllBytes(Path.Combine(folder, file)).Chunk(SumTree.NodeBytes)];

    public (int Bucket, byte[] Name) Placed(GiftDerivation derivation, string transaction, int buckets)
    {
        var name = new byte[GiftDerivation.NameBytes];
        return (derivation.Place(ReceiptCode.Of(Keys.Receipt, transaction).Secret, buckets, name), name);
    }

    public GiftRecord RecordOf(string transaction) =>
        GiftRecord.Read(
            SealedRecord.Open(new(Id), ReceiptCode.Of(Keys.Receipt, transaction).Secret, Find(transaction).Record)!
        )!;

    /// <summary>Puts another record in a donor's place and signs the release again, as only the fund can.</summary>
    public void PutRecord(string transaction, GiftRecord record) => PutPlain(transaction, record.Write());

    /// <summary>The same with whatever bytes.</summary>
    public void PutPlain(string transaction, byte[] plain)
    {
        var (path, at, bytes) = Find(transaction);
        SealedRecord.Seal(new(Id), ReceiptCode.Of(Keys.Receipt, transaction).Secret, plain, bytes);
        var bucket = File.ReadAllBytes(path);
        bytes.CopyTo(bucket, at);
        File.WriteAllBytes(path, bucket);
        Releases.SignAgain("1.0.0");
    }

    private (string Path, int At, byte[] Record) Find(string transaction)
    {
        var stated = Open().Manifest.Gifts!.Buckets;
        var (number, name) = Placed(new(Id), transaction, stated.Count);
        var path = Releases.PathOf("1.0.0", GiftPaths.Bucket(number));
        var records = File.ReadAllBytes(path).Chunk(stated.RecordBytes).ToList();
        var at = records.FindIndex(record => record.AsSpan(0, name.Length).SequenceEqual(name));
        return (path, at * stated.RecordBytes, records[at]);
    }

    public void Dispose()
    {
        Gifts.Dispose();
        Releases.Dispose();
    }
}
