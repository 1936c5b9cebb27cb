using System.Numerics;

namespace Impact.Core.Releases.Gifts;

/// <summary>Both trees while a release is built: their orders, and the leaves as they come.</summary>
internal sealed class GiftTrees : IDisposable
{
    private readonly GiftKeys _keys;
    private readonly GiftDerivation _derivation;
    private readonly LeafFile[] _files;
    private readonly uint[][] _places;
    private readonly long[] _taken = new long[2];

    /// <summary>Prepares both.</summary>
    /// <param name="keys">The fund's keys.</param>
    /// <param name="derivation">The release's derivation.</param>
    /// <param name="size">How many leaves each will have.</param>
    /// <param name="scratch">A folder for what does not fit in memory.</param>
    public GiftTrees(GiftKeys keys, GiftDerivation derivation, GiftSize size, string scratch)
    {
        _keys = keys;
        _derivation = derivation;
        _files =
        [
            .. size.Leaves.Select(
                (leaves, tree) => new LeafFile(SumTree.ClassOf(leaves), Path.Combine(scratch, $"{(GiftTree)tree}"))
            ),
        ];
        _places = [Order(GiftTree.Gifts), Order(GiftTree.Refunds)];
    }

    /// <summary>The class of a tree.</summary>
    public int CapacityClass(GiftTree tree) => _files[(int)tree].CapacityClass;

    /// <summary>The places of an amount's leaves; called once a transaction, in their order.</summary>
    public uint[] Take(GiftTree tree, long amount)
    {
        var places = new uint[BitOperations.PopCount((ulong)amount)];
        for (var at = 0; at < places.Length; at++)
        {
            places[at] = _places[(int)tree][_taken[(int)tree]++];
        }

        return places;
    }

    /// <summary>Puts leaves in their places.</summary>
    public void Put(GiftTree tree, IReadOnlyList<uint> places, ReadOnlySpan<byte> nodes)
    {
        for (var at = 0; at < places.Count; at++)
        {
            _files[(int)tree].Put(places[at], nodes.Slice(at * SumTree.NodeBytes, SumTree.NodeBytes));
        }
    }

    /// <summary>Fills what is left of both trees with leaves of 0.</summary>
    public void Fill()
    {
        Fill(GiftTree.Gifts);
        Fill(GiftTree.Refunds);
    }

    /// <summary>Writes a tree's files.</summary>
    public ManifestTree Write(string folder, GiftTree tree) =>
        _files[(int)tree]
            .Write(Path.Combine(folder, GiftPaths.Leaves(tree)), Path.Combine(folder, GiftPaths.Tiles(tree)));

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(_files, file => file.Dispose());

    private uint[] Order(GiftTree tree)
    {
        using var stream = new KeyStream(_derivation.OrderKey(_keys.Proof, tree));
        return stream.Order(SumTree.LeavesOf(CapacityClass(tree)));
    }

    private void Fill(GiftTree tree)
    {
        const int atOnce = 1 << 14;
        var places = _places[(int)tree];
        var nodes = new byte[atOnce * SumTree.NodeBytes];
        for (var first = _taken[(int)tree]; first < places.Length; first += atOnce)
        {
            var (from, count) = (first, (int)Math.Min(atOnce, places.Length - first));
            Parallel.For(
                0,
                count,
                at =>
                {
                    Span<byte> secret = stackalloc byte[SumTree.HashBytes];
                    _derivation.PaddingSecret(_keys.Proof, tree, from + at, secret);
                    SumTree.Leaf(secret, amount: 0, nodes.AsSpan(at * SumTree.NodeBytes));
                }
            );
            Put(tree, new ArraySegment<uint>(places, (int)from, count), nodes);
        }

        _taken[(int)tree] = places.Length;
    }
}
