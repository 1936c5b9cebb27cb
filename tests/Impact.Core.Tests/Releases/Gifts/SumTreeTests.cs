using System.Buffers.Binary;
using System.Security.Cryptography;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

[TestFixture]
internal sealed class SumTreeTests
{
    [TestCase(64)]
    [TestCase(256)]
    [TestCase(1024)]
    [TestCase(4096)]
    public void The_root_is_that_of_a_plain_recursion(int count)
    {
        var leaves = Leaves(count);
        var (hash, sum) = GiftBench.PlainRoot(leaves);
        var tree = Fold(leaves)!;
        Assert.That(tree.Root, Is.EqualTo((byte[])[.. hash, .. GiftBench.Eight((long)sum)]));
    }

    [Test]
    public void A_tree_folded_in_pieces_is_the_same_and_its_tiles_are_its_nodes()
    {
        var leaves = Leaves(4096);
        var pieces = new TreeBuilder(leaves.Count);
        foreach (var piece in leaves.Chunk(512))
        {
            pieces.Add(piece.SelectMany(leaf => leaf).ToArray());
        }

        var whole = Fold(leaves)!;
        var tree = pieces.Finish()!;
        Assert.That(tree.Root, Is.EqualTo(whole.Root));
        Assert.That(tree.Tiles, Is.EqualTo(whole.Tiles));
        var third = GiftBench.PlainRoot([.. leaves.Skip(2 * SumTree.TileNodes).Take(SumTree.TileNodes)]);
        Assert.That(tree.Tiles.AsSpan(2 * SumTree.NodeBytes, SumTree.HashBytes).SequenceEqual(third.Hash));
    }

    [Test]
    public void A_root_changes_with_every_bit_of_a_leaf()
    {
        var leaves = Leaves(64);
        var root = Fold(leaves)!.Root;
        for (var bit = 0; bit < SumTree.HashBytes * 8; bit++)
        {
            var changed = leaves.Select(leaf => leaf.ToArray()).ToList();
            changed[bit % 64][bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(Fold(changed)!.Root, Is.Not.EqualTo(root));
        }
    }

    [Test]
    public void A_total_beyond_63_bits_has_no_root()
    {
        var leaves = Leaves(64);
        leaves[3] = Leaf(3, 1L << 62);
        Assert.That(Fold(leaves), Is.Not.Null);
        leaves[40] = Leaf(40, 1L << 62);
        Assert.That(Fold(leaves), Is.Null);
    }

    [TestCase(-1L)]
    [TestCase(long.MinValue)]
    [TestCase(3L)]
    public void An_amount_below_0_or_of_no_power_of_two_has_no_root(long amount)
    {
        var leaves = Leaves(64);
        leaves[9] = Leaf(9, amount);
        Assert.That(Fold(leaves), Is.Null);
    }

    [Test]
    public void A_tile_with_a_sum_below_0_is_not_folded()
    {
        var nodes = Leaves(4).SelectMany(leaf => leaf).ToArray();
        Assert.That(SumTree.Fold(nodes.ToArray()));
        BinaryPrimitives.WriteInt64BigEndian(nodes.AsSpan(SumTree.HashBytes), -4);
        Assert.That(SumTree.Fold(nodes), Is.False);
    }

    [Test]
    public void A_leaf_layer_that_breaks_off_has_no_root()
    {
        var builder = new TreeBuilder(64);
        builder.Add(Leaves(32).SelectMany(leaf => leaf).ToArray());
        Assert.That(builder.Finish(), Is.Null);
    }

    /// <summary>
    /// The attack of eprint.iacr.org/2018/1139: where a node binds only the total of its children, one root shows each donor another split
    /// of it, and the fund states less than it got.
    /// </summary>
    [Test]
    public void No_root_can_show_less_than_the_gifts_together_but_where_only_totals_are_bound()
    {
        // Alice gave 8, Bob gave 8. The fund states 8: it tells Alice that Bob gave 0 and Bob that Alice gave 0.
        var (alice, bob) = (Leaf(1, 8), Leaf(2, 8));
        var toAlice = WithSum(bob, 0);
        var toBob = WithSum(alice, 0);
        Assert.That(
            PlantedNode(alice, toAlice),
            Is.EqualTo(PlantedNode(toBob, bob)),
            "the planted tree has one root of 8 for both"
        );

        Assert.That(OurNode(alice, toAlice), Is.Not.EqualTo(OurNode(toBob, bob)));
    }

    private static byte[] OurNode(byte[] left, byte[] right)
    {
        byte[] nodes = [.. left, .. right];
        Assert.That(SumTree.Fold(nodes));
        return nodes[..SumTree.NodeBytes];
    }

    /// <summary>The classic node: SHA-256(sum of both ‖ hash ‖ hash).</summary>
    private static byte[] PlantedNode(byte[] left, byte[] right)
    {
        var sum = GiftBench.Eight(SumTree.Sum(left) + SumTree.Sum(right));
        return [.. SHA256.HashData([.. sum, .. left[..32], .. right[..32]]), .. sum];
    }

    private static byte[] WithSum(byte[] node, long sum) => [.. node[..32], .. GiftBench.Eight(sum)];

    private static FoldedTree? Fold(List<byte[]> leaves)
    {
        var builder = new TreeBuilder(leaves.Count);
        builder.Add(leaves.SelectMany(leaf => leaf).ToArray());
        return builder.Finish();
    }

    private static List<byte[]> Leaves(int count) =>
        [.. Enumerable.Range(0, count).Select(number => Leaf(number, number % 5 == 0 ? 0 : 1L << (number % 40)))];

    private static byte[] Leaf(int number, long amount)
    {
        var node = new byte[SumTree.NodeBytes];
        SumTree.Leaf(SHA256.HashData(GiftBench.Eight(number)), amount, node);
        return node;
    }
}
