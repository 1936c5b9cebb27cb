using System.Buffers;

namespace Impact.Core.Releases.Gifts;

/// <summary>What leaves come down to.</summary>
/// <param name="Root">The root, a node of forty bytes.</param>
/// <param name="Tiles">The nodes six, twelve … levels up, below the root, from left to right: what a reader needs besides a few leaves.</param>
internal sealed record FoldedTree(byte[] Root, byte[] Tiles);

/// <summary>Folds a leaf layer to its root as the leaves come; it holds one node of every 64 leaves.</summary>
/// <param name="leaves">How many leaves there will be, four to the power of a class.</param>
internal sealed class TreeBuilder(long leaves)
{
    private readonly ArrayBufferWriter<byte> _level = new();
    private UInt128 _total;
    private long _seen;

    /// <summary>Whether every amount so far was allowed and their total fits 63 bits.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Takes the next leaves.</summary>
    /// <param name="nodes">Whole tiles, but for a tree that is smaller than one. Overwritten.</param>
    public void Add(Memory<byte> nodes)
    {
        Count(nodes.Span);
        if (IsSound)
        {
            Append(_level, nodes);
        }
    }

    /// <summary>The tree, or null when it is not sound or leaves are missing.</summary>
    public FoldedTree? Finish()
    {
        if (!IsSound || _seen != leaves)
        {
            return null;
        }

        using var tiles = new MemoryStream();
        var level = _level.WrittenSpan.ToArray();
        while (level.Length > SumTree.NodeBytes)
        {
            tiles.Write(level);
            var above = new ArrayBufferWriter<byte>();
            Append(above, level);
            level = above.WrittenSpan.ToArray();
        }

        return IsSound ? new(level, tiles.ToArray()) : null;
    }

    private void Count(ReadOnlySpan<byte> nodes)
    {
        for (var at = 0; at < nodes.Length; at += SumTree.NodeBytes)
        {
            var amount = SumTree.Sum(nodes.Slice(at, SumTree.NodeBytes));
            IsSound &= SumTree.IsLeafAmount(amount);
            _total += IsSound ? (UInt128)amount : 0;
        }

        _seen += nodes.Length / SumTree.NodeBytes;
        IsSound &= _total <= long.MaxValue && _seen <= leaves;
    }

    private void Append(ArrayBufferWriter<byte> above, Memory<byte> nodes)
    {
        const int tileBytes = SumTree.TileNodes * SumTree.NodeBytes;
        var tiles = (nodes.Length + tileBytes - 1) / tileBytes;
        var roots = new byte[tiles * SumTree.NodeBytes];
        Parallel.For(
            0,
            tiles,
            tile =>
            {
                var own = nodes.Span[(tile * tileBytes)..Math.Min(nodes.Length, (tile + 1) * tileBytes)];

                // The level above is kept for the tiles; this one is the caller's to lose.
                Span<byte> scratch = stackalloc byte[tileBytes];
                own.CopyTo(scratch);
                if (!SumTree.Fold(scratch[..own.Length]))
                {
                    throw new InvalidOperationException("The total was counted and does not fit.");
                }

                scratch[..SumTree.NodeBytes].CopyTo(roots.AsSpan(tile * SumTree.NodeBytes));
            }
        );
        above.Write(roots);
    }
}
