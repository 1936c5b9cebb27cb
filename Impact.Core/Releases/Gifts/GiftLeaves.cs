using System.Numerics;

namespace Impact.Core.Releases.Gifts;

/// <summary>The leaves of one transaction in one tree: one for each power of two of its amount, the smallest first.</summary>
internal static class GiftLeaves
{
    /// <summary>The nodes of an amount.</summary>
    /// <param name="derivation">The release's derivation.</param>
    /// <param name="code">The receipt code's bytes.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="transaction">The transaction id, UTF-8.</param>
    /// <param name="amount">Minor units, 0 or more: 0 has no leaf.</param>
    public static byte[] Of(
        GiftDerivation derivation,
        ReadOnlySpan<byte> code,
        GiftTree tree,
        ReadOnlySpan<byte> transaction,
        long amount
    )
    {
        var nodes = new byte[BitOperations.PopCount((ulong)amount) * SumTree.NodeBytes];
        Span<byte> secret = stackalloc byte[SumTree.HashBytes];
        var at = 0;
        for (var left = (ulong)amount; left != 0; left &= left - 1)
        {
            var power = BitOperations.TrailingZeroCount(left);
            derivation.LeafSecret(code, tree, power, transaction, secret);
            SumTree.Leaf(secret, 1L << power, nodes.AsSpan(at));
            at += SumTree.NodeBytes;
        }

        return nodes;
    }
}
