using System.Numerics;
using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Gifts;

/// <summary>
/// Writes a release's gift proofs: two trees of sums and the sealed records. The source is read twice, first to measure, then to write;
/// memory holds a part of it, four bytes a leaf for the order, and one part of a million leaves.
/// </summary>
/// <param name="keys">The fund's keys.</param>
/// <param name="release">Fund, slash, version.</param>
internal sealed class GiftFiles(GiftKeys keys, string release)
{
    private static readonly GiftTree[] Trees = [GiftTree.Gifts, GiftTree.Refunds];

    private readonly GiftDerivation _derivation = new(release);

    /// <summary>Writes everything into the folder of a release that is being built.</summary>
    /// <returns>What the manifest says of it.</returns>
    /// <exception cref="FaultException"><see cref="Faults.GiftNegative"/>: a transaction's net is below 0.</exception>
    /// <exception cref="ReleaseRefusedException">Two transactions have one code, or the sums do not fit.</exception>
    public ManifestGifts Write(string folder, IGiftSource source)
    {
        Directory.CreateDirectory(Path.Combine(folder, GiftPaths.Folder));
        var size = Measure(source);
        using var trees = new GiftTrees(keys, _derivation, size, Scratch(folder));
        var count = BucketFiles.CountOf(trees.CapacityClass(GiftTree.Gifts));
        var recordBytes = SealedRecord.SizeFor(size.LongestPlain);
        using var buckets = new BucketFiles(count, recordBytes, size.Records, Path.Combine(Scratch(folder), "records"));
        foreach (var part in source.Read())
        {
            WritePart(
                [.. part.Where(HasLeaf).Select(gift => Fitting(source, gift))],
                trees,
                buckets,
                count,
                recordBytes
            );
        }

        trees.Fill();
        var (gifts, refunds) = (trees.Write(folder, GiftTree.Gifts), trees.Write(folder, GiftTree.Refunds));
        var fillKey = _derivation.FillKey(keys.Proof, Encoding.ASCII.GetBytes(gifts.Root + refunds.Root));
        var written = buckets.Write(folder, fillKey);
        DurableFile.WriteNew(Path.Combine(folder, GiftPaths.CheckPage), CheckPage.Bytes);
        if (Directory.Exists(Scratch(folder)))
        {
            DurableFile.Step(Scratch(folder));
            Directory.Delete(Scratch(folder), recursive: true);
        }

        return new(source.CountedTo, gifts, refunds, written);
    }

    private static string Scratch(string folder) => Path.Combine(folder, GiftPaths.Folder, "spool");

    /// <summary>How many leaves there are and how long the longest record is.</summary>
    private static GiftSize Measure(IGiftSource source)
    {
        var size = new GiftSize();
        var below = 0L;
        var last = string.Empty;
        foreach (var gift in source.Read().SelectMany(part => part))
        {
            below += gift.BaseMinor < 0 || gift.RefundedMinor < 0 ? 1 : 0;
            if (last == gift.Transaction)
            {
                throw new ReleaseRefusedException("transaction-twice", "gifts");
            }

            last = gift.Transaction;
            if (HasLeaf(gift) && below == 0)
            {
                size.Leaves[(int)GiftTree.Gifts] += BitOperations.PopCount((ulong)gift.BaseMinor);
                size.Leaves[(int)GiftTree.Refunds] += BitOperations.PopCount((ulong)gift.RefundedMinor);
                size.Records++;
                size.LongestPlain = Math.Max(size.LongestPlain, Unplaced(Fitting(source, gift)).Length);
            }
        }

        return below == 0
            ? size
            : throw new FaultException(
                new Fault(
                    Faults.GiftNegative,
                    "gifts",
                    below.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
            );
    }

    private void WritePart(ProvenGift[] gifts, GiftTrees trees, BucketFiles buckets, int bucketCount, int recordBytes)
    {
        var placed = new GiftRecord[gifts.Length];
        for (var at = 0; at < gifts.Length; at++)
        {
            placed[at] = new(
                gifts[at],
                trees.Take(GiftTree.Gifts, gifts[at].BaseMinor),
                trees.Take(GiftTree.Refunds, gifts[at].RefundedMinor)
            );
        }

        var made = new MadeRecord[gifts.Length];
        Parallel.For(0, gifts.Length, at => made[at] = Make(placed[at], bucketCount, recordBytes));
        foreach (var (record, gift) in made.Zip(placed))
        {
            buckets.Add(record.Bucket, record.Sealed);
            trees.Put(GiftTree.Gifts, gift.Leaves, record.Nodes[(int)GiftTree.Gifts]);
            trees.Put(GiftTree.Refunds, gift.RefundLeaves, record.Nodes[(int)GiftTree.Refunds]);
        }
    }

    private MadeRecord Make(GiftRecord record, int bucketCount, int recordBytes)
    {
        var transaction = Encoding.UTF8.GetBytes(record.Gift.Transaction);
        Span<byte> code = stackalloc byte[ReceiptCode.Bytes];
        ReceiptCode.Compute(keys.Receipt, transaction, code);
        var nodes = new byte[Trees.Length][];
        foreach (var tree in Trees)
        {
            var amount = tree == GiftTree.Gifts ? record.Gift.BaseMinor : record.Gift.RefundedMinor;
            nodes[(int)tree] = GiftLeaves.Of(_derivation, code, tree, transaction, amount);
        }

        var sealedRecord = new byte[recordBytes];
        var bucket = _derivation.Place(code, bucketCount, sealedRecord.AsSpan(0, GiftDerivation.NameBytes));
        SealedRecord.Seal(_derivation, code, record.Write(), sealedRecord);
        return new(bucket, sealedRecord, nodes);
    }

    private static bool HasLeaf(ProvenGift gift) => gift.BaseMinor != 0 || gift.RefundedMinor != 0;

    /// <summary>The gift with as many lines of lots as its record holds.</summary>
    private static ProvenGift Fitting(IGiftSource source, ProvenGift gift)
    {
        for (var most = ProvenGift.MostLots; ; most /= 2)
        {
            var fitting = source.Shorten(gift, Math.Max(1, most));
            if (fitting.Lots.Count <= ProvenGift.MostLots && Unplaced(fitting).Length <= SealedRecord.MostPlain)
            {
                return fitting;
            }

            if (most == 0)
            {
                throw new ReleaseRefusedException("gift-record-too-long", "gifts");
            }
        }
    }

    /// <summary>The record with places of as many digits as any may have.</summary>
    private static byte[] Unplaced(ProvenGift gift)
    {
        static uint[] Places(long amount) =>
            [.. Enumerable.Repeat(uint.MaxValue, BitOperations.PopCount((ulong)amount))];

        return new GiftRecord(gift, Places(gift.BaseMinor), Places(gift.RefundedMinor)).Write();
    }

    private sealed record MadeRecord(int Bucket, byte[] Sealed, byte[][] Nodes);
}

/// <summary>What the first reading of the gifts measures.</summary>
internal sealed class GiftSize
{
    /// <summary>Leaves of each tree.</summary>
    public long[] Leaves { get; } = new long[2];

    /// <summary>Transactions with a leaf.</summary>
    public long Records { get; set; }

    /// <summary>Bytes of the longest record.</summary>
    public int LongestPlain { get; set; }
}
