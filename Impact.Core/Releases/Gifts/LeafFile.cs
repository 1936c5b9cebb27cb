using System.Buffers.Binary;

namespace Impact.Core.Releases.Gifts;

/// <summary>Writes one tree's leaf layer and tiles. Leaves come in any order; memory holds a part of a million at a time.</summary>
internal sealed class LeafFile : IDisposable
{
    /// <summary>A part has two to the power of twenty leaves: forty mebibytes.</summary>
    private const int PartPower = 20;

    private const int ItemBytes = sizeof(uint) + SumTree.NodeBytes;

    private readonly Spool _spool;
    private readonly long _leaves;

    /// <summary>Prepares a leaf layer.</summary>
    /// <param name="capacityClass">The class: four to its power are the leaves.</param>
    /// <param name="spoolFolder">A folder of its own for what does not fit in memory.</param>
    public LeafFile(int capacityClass, string spoolFolder)
    {
        CapacityClass = capacityClass;
        _leaves = SumTree.LeavesOf(capacityClass);
        _spool = new(spoolFolder, (int)Math.Max(1, _leaves >> PartPower));
    }

    /// <summary>The tree's class.</summary>
    public int CapacityClass { get; }

    /// <summary>Puts a leaf in its place.</summary>
    /// <param name="position">Its place, from 0; each is given once.</param>
    /// <param name="node">Forty bytes.</param>
    public void Put(uint position, ReadOnlySpan<byte> node)
    {
        Span<byte> item = stackalloc byte[ItemBytes];
        BinaryPrimitives.WriteUInt32BigEndian(item, position);
        node.CopyTo(item[sizeof(uint)..]);
        _spool.Add((int)(position >> PartPower), item);
    }

    /// <summary>Writes the files once every leaf is there.</summary>
    /// <param name="leafPath">The leaf layer.</param>
    /// <param name="tilePath">The tiles; not written where the tree is one tile.</param>
    /// <exception cref="ReleaseRefusedException">The sums do not fit 63 bits.</exception>
    public ManifestTree Write(string leafPath, string tilePath)
    {
        var builder = new TreeBuilder(_leaves);
        DurableFile.Step(leafPath);
        using (var stream = new FileStream(leafPath, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            for (var part = 0; part < _spool.Parts; part++)
            {
                var nodes = Placed(_spool.Read(part));
                stream.Write(nodes);
                builder.Add(nodes);
            }

            stream.Flush(flushToDisk: true);
        }

        var tree = builder.Finish() ?? throw new ReleaseRefusedException("gift-sums-too-large", "gifts");
        if (tree.Tiles.Length > 0)
        {
            DurableFile.WriteNew(tilePath, tree.Tiles);
        }

        return new(
            CapacityClass,
            _leaves,
            Convert.ToHexStringLower(tree.Root.AsSpan(0, SumTree.HashBytes)),
            SumTree.Sum(tree.Root)
        );
    }

    /// <inheritdoc />
    public void Dispose() => _spool.Dispose();

    private static byte[] Placed(ReadOnlySpan<byte> items)
    {
        const uint inPart = (1u << PartPower) - 1;
        var nodes = new byte[items.Length / ItemBytes * SumTree.NodeBytes];
        for (var at = 0; at < items.Length; at += ItemBytes)
        {
            var item = items.Slice(at, ItemBytes);
            var place = (int)(BinaryPrimitives.ReadUInt32BigEndian(item) & inPart);
            item[sizeof(uint)..].CopyTo(nodes.AsSpan(place * SumTree.NodeBytes));
        }

        return nodes;
    }
}
