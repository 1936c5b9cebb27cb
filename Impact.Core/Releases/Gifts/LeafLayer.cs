using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Gifts;

/// <summary>Reads a leaf layer: the whole of it to its root, or the tiles on one leaf's way there.</summary>
internal static class LeafLayer
{
    /// <summary>What is read at once: two to the power of sixteen leaves.</summary>
    private const int AtOnce = 1 << 16;

    private const int TilePower = 6;
    private const int TileBytes = SumTree.TileNodes * SumTree.NodeBytes;

    /// <summary>Folds a whole leaf layer; null when it is missing, of another length, or holds an amount or a total that none may have.</summary>
    public static FoldedTree? Fold(string path, long leaves)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != leaves * SumTree.NodeBytes)
        {
            return null;
        }

        var builder = new TreeBuilder(leaves);
        using var stream = File.OpenRead(path);
        var buffer = new byte[Math.Min(leaves, AtOnce) * SumTree.NodeBytes];
        for (var left = leaves * SumTree.NodeBytes; left > 0; left -= buffer.Length)
        {
            stream.ReadExactly(buffer);
            builder.Add(buffer);
        }

        return builder.Finish();
    }

    /// <summary>Whether a leaf stands at a place of the tree with this root.</summary>
    /// <remarks>On each level the tile around the node is read, must hold the node there, and folds to the node of the next level.</remarks>
    /// <param name="folder">The release's folder.</param>
    /// <param name="tree">Which tree.</param>
    /// <param name="stated">The tree as the signed manifest states it.</param>
    /// <param name="position">The leaf's place, from 0.</param>
    /// <param name="leaf">The leaf as the donor's own code gives it.</param>
    public static bool Holds(string folder, GiftTree tree, ManifestTree stated, uint position, ReadOnlySpan<byte> leaf)
    {
        if (position >= stated.Leaves)
        {
            return false;
        }

        Span<byte> node = stackalloc byte[SumTree.NodeBytes];
        leaf.CopyTo(node);
        Span<byte> tile = stackalloc byte[TileBytes];
        var offset = 0L;
        var index = (long)position;
        for (var count = stated.Leaves; count > 1; count >>= TilePower)
        {
            var path = Path.Combine(folder, count == stated.Leaves ? GiftPaths.Leaves(tree) : GiftPaths.Tiles(tree));
            var own = tile[..(int)(Math.Min(count, SumTree.TileNodes) * SumTree.NodeBytes)];
            var inTile = (int)(index % SumTree.TileNodes) * SumTree.NodeBytes;
            if (
                !TryRead(path, offset + (index / SumTree.TileNodes * TileBytes), own)
                || !own.Slice(inTile, SumTree.NodeBytes).SequenceEqual(node)
                || !SumTree.Fold(own)
            )
            {
                return false;
            }

            own[..SumTree.NodeBytes].CopyTo(node);
            offset = count == stated.Leaves ? 0 : offset + (count * SumTree.NodeBytes);
            index /= SumTree.TileNodes;
        }

        return SumTree.Sum(node) == stated.TotalMinor
            && Convert.ToHexStringLower(node[..SumTree.HashBytes]) == stated.Root;
    }

    private static bool TryRead(string path, long offset, Span<byte> bytes)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return RandomAccess.Read(file, bytes, offset) == bytes.Length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, path));
        }
    }
}
