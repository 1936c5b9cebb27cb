using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Gifts;

/// <summary>Reads a leaf layer: the whole of it to its root, or the tiles on a gift's ways there.</summary>
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

        try
        {
            using var stream = File.OpenRead(path);
            return Fold(stream, leaves);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FoldedTree? Fold(FileStream stream, long leaves)
    {
        var builder = new TreeBuilder(leaves);
        var buffer = new byte[Math.Min(leaves, AtOnce) * SumTree.NodeBytes];
        for (var left = leaves * SumTree.NodeBytes; left > 0; left -= buffer.Length)
        {
            stream.ReadExactly(buffer);
            builder.Add(buffer);
        }

        return builder.Finish();
    }

    /// <summary>Whether leaves stand at their places of the tree with this root.</summary>
    /// <remarks>
    /// On each level the tile around a node must hold it there, and folds to the node of the next level. Where two ways meet they go on as one.
    /// </remarks>
    /// <param name="folder">The release's folder.</param>
    /// <param name="tree">Which tree.</param>
    /// <param name="stated">The tree as the signed manifest states it.</param>
    /// <param name="places">The leaves' places, from 0; none twice.</param>
    /// <param name="leaves">The leaves as the donor's own code gives them, one after another in the order of their places.</param>
    /// <exception cref="FaultException">A file of the tree is missing or cannot be read.</exception>
    public static bool Hold(
        string folder,
        GiftTree tree,
        ManifestTree stated,
        IReadOnlyList<uint> places,
        ReadOnlySpan<byte> leaves
    )
    {
        SortedDictionary<long, byte[]>? nodes = [];
        for (var number = 0; number < places.Count; number++)
        {
            var leaf = leaves.Slice(number * SumTree.NodeBytes, SumTree.NodeBytes).ToArray();
            if (places[number] >= stated.Leaves || !nodes.TryAdd(places[number], leaf))
            {
                return false;
            }
        }

        var offset = 0L;
        for (var count = stated.Leaves; count > 1 && nodes.Count > 0; count >>= TilePower)
        {
            var isLowest = count == stated.Leaves;
            var path = Path.Combine(folder, isLowest ? GiftPaths.Leaves(tree) : GiftPaths.Tiles(tree));
            nodes = Above(path, offset, (int)(Math.Min(count, SumTree.TileNodes) * SumTree.NodeBytes), nodes);
            if (nodes is null)
            {
                return false;
            }

            offset = isLowest ? 0 : offset + (count * SumTree.NodeBytes);
        }

        return nodes.Values.All(root =>
            SumTree.Sum(root) == stated.TotalMinor
            && Convert.ToHexStringLower(root.AsSpan(0, SumTree.HashBytes)) == stated.Root
        );
    }

    /// <summary>The nodes six levels above those of a level; null where one does not stand in its tile or a tile has no root.</summary>
    private static SortedDictionary<long, byte[]>? Above(
        string path,
        long offset,
        int tileBytes,
        SortedDictionary<long, byte[]> nodes
    )
    {
        SortedDictionary<long, byte[]> above = [];
        Span<byte> tile = stackalloc byte[TileBytes];
        var own = tile[..tileBytes];
        try
        {
            using var file = File.OpenHandle(path);
            foreach (var together in nodes.GroupBy(node => node.Key / SumTree.TileNodes))
            {
                if (RandomAccess.Read(file, own, offset + (together.Key * TileBytes)) != tileBytes)
                {
                    return null;
                }

                foreach (var (place, node) in together)
                {
                    var at = (int)(place % SumTree.TileNodes) * SumTree.NodeBytes;
                    if (!own.Slice(at, SumTree.NodeBytes).SequenceEqual(node))
                    {
                        return null;
                    }
                }

                if (!SumTree.Fold(own))
                {
                    return null;
                }

                above.Add(together.Key, own[..SumTree.NodeBytes].ToArray());
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, path));
        }

        return above;
    }
}
