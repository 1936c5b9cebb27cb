using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Gifts;

[TestFixture]
internal sealed class GiftFilesTests
{
    private const string Id = "xi-harbour/1.0.0";
    private static readonly DateOnly Day = new(2020, 3, 31);

    [Test]
    public void Every_power_of_two_of_every_gift_is_one_leaf_and_the_rest_are_zeros()
    {
        using var folder = new TemporaryFolder();
        using var gifts = ListedGifts.For(1_000_003, 777, 60, Day);
        var written = Write(folder.Path, gifts);
        foreach (var (tree, file, name) in Trees)
        {
            var leaves = GiftBench.LeavesOf(folder.Path, file);
            var expected = gifts.All.SelectMany(gift => PlainLeaves(gift, tree, name)).ToList();
            var hashes = leaves.Select(Convert.ToHexString).ToHashSet();
            Assert.That(hashes, Has.Count.EqualTo(leaves.Count), "no leaf is there twice");
            Assert.That(expected.Where(leaf => !hashes.Contains(Convert.ToHexString(leaf))), Is.Empty);
            Assert.That(leaves.Count(leaf => SumTree.Sum(leaf) != 0), Is.EqualTo(expected.Count));
            var stated = tree == GiftTree.Gifts ? written.Gifts : written.Refunds;
            var (hash, sum) = GiftBench.PlainRoot(leaves);
            Assert.That(stated.Root, Is.EqualTo(Convert.ToHexStringLower(hash)));
            Assert.That((Int128)stated.TotalMinor, Is.EqualTo(sum));
            Assert.That(stated.Leaves, Is.EqualTo(leaves.Count));
            Assert.That(BitOperations.Log2((ulong)leaves.Count) % 2, Is.Zero, "a power of four");
        }

        Assert.That(written.Gifts.TotalMinor, Is.EqualTo(1_000_003));
        Assert.That(written.Refunds.TotalMinor, Is.EqualTo(777));
    }

    [Test]
    public void A_rebuild_gives_the_same_bytes_and_another_release_or_key_others()
    {
        using var folder = new TemporaryFolder();
        using var gifts = ListedGifts.For(500_000, 900, 40, Day);
        var first = Built(folder, "first", gifts, Id, GiftBench.FixedKeys);
        Assert.That(Built(folder, "again", gifts, Id, GiftBench.FixedKeys), Is.EqualTo(first));
        var otherRelease = Built(folder, "next", gifts, "xi-harbour/1.1.0", GiftBench.FixedKeys);
        var otherOrder = Built(
            folder,
            "order",
            gifts,
            Id,
            GiftKeys.FromBytes(GiftBench.FixedKeys.Receipt, new byte[GiftKeys.KeyBytes])
        );
        foreach (var path in first.Keys.Where(path => !path.EndsWith(".html", StringComparison.Ordinal)))
        {
            Assert.That(otherRelease[path], Is.Not.EqualTo(first[path]), path);
            Assert.That(otherOrder[path], Is.Not.EqualTo(first[path]), path);
        }

        Assert.That(first.Keys, Has.None.Contains("spool"));
    }

    [Test]
    public void The_order_of_leaves_is_not_the_order_of_gifts()
    {
        using var folder = new TemporaryFolder();
        using var gifts = ListedGifts.For(1L << 40, 0, 1, Day);
        var places = Enumerable
            .Range(0, 40)
            .Select(version =>
            {
                var path = Path.Combine(folder.Path, $"{version}");
                new GiftFiles(GiftBench.FixedKeys, $"xi-harbour/1.{version}.0").Write(path, gifts);
                return GiftBench.LeavesOf(path).FindIndex(leaf => SumTree.Sum(leaf) != 0);
            })
            .Distinct()
            .Count();
        Assert.That(places, Is.GreaterThan(20));
    }

    [Test]
    public void A_gift_of_0_has_no_leaf_and_no_record()
    {
        using var folder = new TemporaryFolder();
        using var some = new ListedGifts([Gift("a", 5), Gift("b", 0), Gift("c", 6)], Day);
        using var without = new ListedGifts([Gift("a", 5), Gift("c", 6)], Day);
        Assert.That(
            Built(folder, "some", some, Id, GiftBench.FixedKeys),
            Is.EqualTo(Built(folder, "without", without, Id, GiftBench.FixedKeys))
        );
    }

    [Test]
    public void No_gift_at_all_has_a_tree_of_zeros()
    {
        using var folder = new TemporaryFolder();
        using var none = new ListedGifts([], Day);
        var written = Write(folder.Path, none);
        Assert.That(written.Gifts, Is.EqualTo(written.Gifts with { Leaves = 64, TotalMinor = 0 }));
        Assert.That(written.IsAllowed);
    }

    [TestCase(-1, 0)]
    [TestCase(5, -1)]
    public void A_transaction_below_0_stops_the_release(long gift, long refund)
    {
        using var folder = new TemporaryFolder();
        using var gifts = new ListedGifts([Gift("a", 5), Gift("b", gift) with { RefundedMinor = refund }], Day);
        Assert.That(
            Thrown.By<FaultException>(() => Write(folder.Path, gifts)).Fault.Kind,
            Is.EqualTo(Faults.GiftNegative)
        );
    }

    [Test]
    public void One_transaction_twice_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var gifts = new ListedGifts([Gift("a", 5), Gift("a", 6)], Day);
        Assert.That(
            Thrown.By<ReleaseRefusedException>(() => Write(folder.Path, gifts)).Rule,
            Is.EqualTo("transaction-twice")
        );
    }

    [Test]
    public void Sums_beyond_63_bits_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var gifts = new ListedGifts([Gift("a", long.MaxValue), Gift("b", 1)], Day);
        Assert.That(
            Thrown.By<ReleaseRefusedException>(() => Write(folder.Path, gifts)).Rule,
            Is.EqualTo("gift-sums-too-large")
        );
    }

    [Test]
    public void A_long_story_is_told_in_fewer_lines_so_that_it_fits()
    {
        using var folder = new TemporaryFolder();
        var lots = Enumerable
            .Range(0, 32)
            .Select(number => new GiftLot(
                "spent",
                $"XI-A-VERY-LONG-NAME-OF-AN-ORGANISATION-{number}",
                "spent_programme",
                "2020-Q1",
                Day,
                10
            ));
        using var gifts = new ListedGifts([Gift("a", 320) with { Lots = [.. lots] }], Day);
        var written = Write(folder.Path, gifts);
        Assert.That(written.Buckets.RecordBytes, Is.InRange(SealedRecord.MostBytes / 2, SealedRecord.MostBytes));
    }

    [TestCase(1, 64)]
    [TestCase(65, 96)]
    [TestCase(97, 128)]
    [TestCase(129, 192)]
    [TestCase(4000, 4096)]
    public void Buckets_have_few_sizes(int most, int size)
    {
        Assert.That(BucketFiles.SizeFor(most), Is.EqualTo(size));
        Assert.That(BucketFiles.SizeFor(size), Is.EqualTo(size));
    }

    [Test]
    public void An_order_is_a_permutation_and_every_place_is_as_likely()
    {
        const int things = 8;
        const int draws = 40_000;
        var seen = new int[things, things];
        using var stream = new KeyStream(new byte[GiftKeys.KeyBytes]);
        for (var draw = 0; draw < draws; draw++)
        {
            var order = stream.Order(things);
            Assert.That(order, Is.EquivalentTo(Enumerable.Range(0, things)));
            for (var thing = 0; thing < things; thing++)
            {
                seen[thing, order[thing]]++;
            }
        }

        // The key is fixed, so the counts are too: 5,000 expected, standard deviation 66.
        Assert.That(seen.Cast<int>().Min(), Is.GreaterThan(4700));
        Assert.That(seen.Cast<int>().Max(), Is.LessThan(5300));
    }

    private static readonly (GiftTree Tree, string File, string Name)[] Trees =
    [
        (GiftTree.Gifts, "gifts/leaves.bin", "gift-leaf"),
        (GiftTree.Refunds, "gifts/refund-leaves.bin", "refund-leaf"),
    ];

    private static IEnumerable<byte[]> PlainLeaves(ProvenGift gift, GiftTree tree, string name)
    {
        var amount = tree == GiftTree.Gifts ? gift.BaseMinor : gift.RefundedMinor;
        var code = ReceiptCode.Of(GiftBench.FixedKeys.Receipt, gift.Transaction).Secret.ToArray();
        return Enumerable
            .Range(0, 63)
            .Where(power => ((amount >> power) & 1) == 1)
            .Select(power => GiftBench.PlainLeaf(code, name, Id, power, gift.Transaction));
    }

    private static ManifestGifts Write(string folder, IGiftSource gifts) =>
        new GiftFiles(GiftBench.FixedKeys, Id).Write(folder, gifts);

    private static Dictionary<string, byte[]> Built(
        TemporaryFolder folder,
        string name,
        IGiftSource gifts,
        string release,
        GiftKeys keys
    )
    {
        var path = Path.Combine(folder.Path, name);
        new GiftFiles(keys, release).Write(path, gifts);
        return Directory
            .EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(path, file), File.ReadAllBytes);
    }

    private static ProvenGift Gift(string transaction, long minor) =>
        new()
        {
            Transaction = transaction,
            ClearedOn = Day,
            Currency = "USD",
            AmountMinor = minor,
            BaseMinor = minor,
        };
}
