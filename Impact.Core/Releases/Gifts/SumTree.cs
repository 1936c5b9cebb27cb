using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Impact.Core.Releases.Gifts;

/// <summary>
/// The nodes of a tree of sums: forty bytes each, the hash and then the sum. A node's hash binds the sums of both children apart, not
/// only their total, so that no path can show less than the whole (source: eprint.iacr.org/2018/1139).
/// </summary>
internal static class SumTree
{
    /// <summary>SHA-256 has thirty-two bytes.</summary>
    public const int HashBytes = 32;

    /// <summary>A node: hash, and the sum in eight bytes, high byte first.</summary>
    public const int NodeBytes = HashBytes + sizeof(long);

    /// <summary>A tile: sixty-four nodes of one level, whose root is a node six levels up.</summary>
    public const int TileNodes = 64;

    private const byte LeafMark = 0x00;
    private const byte NodeMark = 0x01;

    /// <summary>The smallest class is three: sixty-four leaves.</summary>
    public const int LeastClass = 3;

    /// <summary>The largest class is fifteen: a thousand million leaves.</summary>
    public const int MostClass = 15;

    /// <summary>The leaves of a class: four to its power.</summary>
    public static long LeavesOf(int capacityClass) => 1L << (2 * capacityClass);

    /// <summary>The smallest class that holds so many leaves.</summary>
    public static int ClassOf(long leaves)
    {
        var capacityClass = LeastClass;
        while (LeavesOf(capacityClass) < leaves)
        {
            capacityClass++;
        }

        return capacityClass <= MostClass
            ? capacityClass
            : throw new ReleaseRefusedException("gifts-too-many", "gifts");
    }

    /// <summary>Writes a leaf: SHA-256(0x00 ‖ s ‖ amount).</summary>
    /// <param name="secret">The leaf's secret, thirty-two bytes.</param>
    /// <param name="amount">Minor units, 0 or a power of two.</param>
    /// <param name="node">Forty bytes.</param>
    public static void Leaf(ReadOnlySpan<byte> secret, long amount, Span<byte> node)
    {
        Span<byte> message = stackalloc byte[1 + HashBytes + sizeof(long)];
        message[0] = LeafMark;
        secret.CopyTo(message[1..]);
        BinaryPrimitives.WriteInt64BigEndian(message[(1 + HashBytes)..], amount);
        SHA256.HashData(message, node);
        BinaryPrimitives.WriteInt64BigEndian(node[HashBytes..], amount);
    }

    /// <summary>The sum of a node; below 0 only in a file that is not ours.</summary>
    public static long Sum(ReadOnlySpan<byte> node) => BinaryPrimitives.ReadInt64BigEndian(node[HashBytes..]);

    /// <summary>Whether a leaf may hold an amount: 0 or a power of two, at most 2⁶².</summary>
    public static bool IsLeafAmount(long amount) => amount == 0 || (amount > 0 && BitOperations.IsPow2(amount));

    /// <summary>Folds nodes of one level to their root in place: the root is then the first node.</summary>
    /// <param name="nodes">A power of two of nodes; overwritten.</param>
    /// <returns>False when a sum is below 0 or does not fit 63 bits: then there is no root.</returns>
    public static bool Fold(Span<byte> nodes)
    {
        // The two nodes lie hash, sum, hash, sum; what is hashed is 0x01, sum, hash, sum, hash.
        Span<byte> message = stackalloc byte[1 + (2 * NodeBytes)];
        message[0] = NodeMark;
        var left = message.Slice(1, NodeBytes);
        var right = message[(1 + NodeBytes)..];
        for (var count = nodes.Length / NodeBytes; count > 1; count /= 2)
        {
            for (var pair = 0; pair < count / 2; pair++)
            {
                var from = nodes.Slice(pair * 2 * NodeBytes, 2 * NodeBytes);
                var (leftSum, rightSum) = (Sum(from), Sum(from[NodeBytes..]));
                if (leftSum < 0 || rightSum < 0 || leftSum > long.MaxValue - rightSum)
                {
                    return false;
                }

                SumFirst(from, left);
                SumFirst(from[NodeBytes..], right);
                var to = nodes.Slice(pair * NodeBytes, NodeBytes);
                SHA256.HashData(message, to);
                BinaryPrimitives.WriteInt64BigEndian(to[HashBytes..], leftSum + rightSum);
            }
        }

        return Sum(nodes) >= 0;
    }

    private static void SumFirst(ReadOnlySpan<byte> node, Span<byte> to)
    {
        node[HashBytes..NodeBytes].CopyTo(to);
        node[..HashBytes].CopyTo(to[sizeof(long)..]);
    }
}
