using System.Buffers.Binary;

namespace Impact.Core.Releases.Gifts;

/// <summary>Writes the sealed records into buckets of one size, each filled up with records that nobody can tell from others.</summary>
internal sealed class BucketFiles : IDisposable
{
    /// <summary>A bucket holds at least sixty-four records.</summary>
    public const int LeastRecords = 64;

    /// <summary>A bucket for every four to the power of six leaves: with 16 powers of two a gift and a class just begun, 64 real records.</summary>
    private const int ClassOfOneBucket = 6;

    /// <summary>What is ordered in memory at once is about sixty-four mebibytes.</summary>
    private const long PartBytes = 1 << 26;

    /// <summary>At most sixty-four files are open at once.</summary>
    private const int MostParts = 64;

    private readonly int _recordBytes;
    private readonly int[] _counts;
    private readonly Spool _spool;

    /// <summary>Prepares buckets.</summary>
    /// <param name="buckets">How many, see <see cref="CountOf"/>.</param>
    /// <param name="recordBytes">The size of a record.</param>
    /// <param name="records">How many will come, about.</param>
    /// <param name="spoolFolder">A folder of its own.</param>
    public BucketFiles(int buckets, int recordBytes, long records, string spoolFolder)
    {
        _recordBytes = recordBytes;
        _counts = new int[buckets];
        var wanted = Math.Min(MostParts, Math.Max(1, records * recordBytes / PartBytes));
        var parts = 1;
        while (parts < wanted && parts < buckets)
        {
            parts *= 2;
        }

        _spool = new(spoolFolder, parts);
    }

    /// <summary>How many buckets a release has: it follows from the public class of its gifts alone.</summary>
    public static int CountOf(int capacityClass) =>
        (int)SumTree.LeavesOf(Math.Max(0, capacityClass - ClassOfOneBucket));

    /// <summary>The size that all buckets have: 64 or 96 times a power of two, so that it tells little more than the class does.</summary>
    public static int SizeFor(int mostRecords)
    {
        var size = LeastRecords;
        while (size < mostRecords && size + (size / 2) < mostRecords)
        {
            size *= 2;
        }

        return size < mostRecords ? size + (size / 2) : size;
    }

    /// <summary>Puts a record in its bucket.</summary>
    public void Add(int bucket, ReadOnlySpan<byte> record)
    {
        _counts[bucket]++;
        Span<byte> item = stackalloc byte[sizeof(int) + record.Length];
        BinaryPrimitives.WriteInt32BigEndian(item, bucket);
        record.CopyTo(item[sizeof(int)..]);
        _spool.Add(PartOf(bucket), item);
    }

    /// <summary>Writes the files once every record is there.</summary>
    /// <param name="releaseFolder">The release that is being built.</param>
    /// <param name="fillKey">The key of what fills the buckets.</param>
    public ManifestBuckets Write(string releaseFolder, ReadOnlySpan<byte> fillKey)
    {
        Directory.CreateDirectory(Path.Combine(releaseFolder, GiftPaths.Buckets));
        var size = SizeFor(_counts.Max());
        using var fill = new KeyStream(fillKey);
        for (var part = 0; part < _spool.Parts; part++)
        {
            var items = _spool.Read(part);
            var ofBucket = ByBucket(items);
            for (var bucket = 0; bucket < _counts.Length; bucket++)
            {
                if (PartOf(bucket) == part)
                {
                    var path = Path.Combine(releaseFolder, GiftPaths.Bucket(bucket));
                    DurableFile.WriteNew(path, Filled(items, ofBucket[bucket], size, fill));
                }
            }
        }

        return new(_counts.Length, size, _recordBytes);
    }

    /// <inheritdoc />
    public void Dispose() => _spool.Dispose();

    private int PartOf(int bucket) => (int)((long)bucket * _spool.Parts / _counts.Length);

    private ILookup<int, int> ByBucket(byte[] items)
    {
        var itemBytes = sizeof(int) + _recordBytes;
        return Enumerable
            .Range(0, items.Length / itemBytes)
            .Select(item => item * itemBytes)
            .ToLookup(at => BinaryPrimitives.ReadInt32BigEndian(items.AsSpan(at)), at => at + sizeof(int));
    }

    private byte[] Filled(byte[] items, IEnumerable<int> own, int size, KeyStream fill)
    {
        var records = new byte[size][];
        var count = 0;
        foreach (var at in own)
        {
            records[count++] = items[at..(at + _recordBytes)];
        }

        for (; count < size; count++)
        {
            fill.Fill(records[count] = new byte[_recordBytes]);
        }

        // By their own bytes, which begin with a name that looks random: the order tells nothing, and a rebuild has the same one.
        Array.Sort(records, (one, other) => one.AsSpan().SequenceCompareTo(other));
        RequireNamesApart(records);
        var bytes = new byte[size * _recordBytes];
        for (var at = 0; at < size; at++)
        {
            records[at].CopyTo(bytes, at * _recordBytes);
        }

        return bytes;
    }

    private static void RequireNamesApart(byte[][] records)
    {
        for (var at = 1; at < records.Length; at++)
        {
            if (
                records[at]
                    .AsSpan(0, GiftDerivation.NameBytes)
                    .SequenceEqual(records[at - 1].AsSpan(0, GiftDerivation.NameBytes))
            )
            {
                throw new ReleaseRefusedException("receipt-code-twice", "gifts");
            }
        }
    }
}
