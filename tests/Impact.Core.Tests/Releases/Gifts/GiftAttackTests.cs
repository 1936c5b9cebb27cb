using System.IO.Compression;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

/// <summary>What a dishonest fund or a curious stranger could try, each with the planted weakness that would let it succeed.</summary>
[TestFixture]
internal sealed class GiftAttackTests
{
    private const string Id = GiftBench.Id;
    private GiftBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new GiftBench();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void Every_gift_is_proved_with_what_was_told_of_it()
    {
        _bench.Publish();
        var bench = _bench.Keys;
        foreach (var gift in _bench.Gifts.All)
        {
            var proof = GiftProof.Open(_bench.Open(), ReceiptCode.Of(bench.Receipt, gift.Transaction));
            Assert.That(proof.Gift, Is.EqualTo(gift with { Lots = proof.Gift.Lots }));
            Assert.That(proof.Gift.Lots, Is.EqualTo(gift.Lots));
        }
    }

    [Test]
    public void One_leaf_shown_for_two_gifts_is_caught()
    {
        // Two donors gave the same. The fund drops one gift and tells its donor where the other's leaf lies.
        _bench.Publish();
        var (kept, dropped) = (
            _bench.Gifts.All[1],
            _bench.Gifts.All[2] with
            {
                BaseMinor = _bench.Gifts.All[1].BaseMinor,
            }
        );
        var keptPlaces = _bench.RecordOf(kept.Transaction).Leaves;
        _bench.PutRecord(dropped.Transaction, new(dropped, keptPlaces, []));
        Assert.That(_bench.FaultOf(dropped.Transaction), Is.EqualTo("proof-failed"));

        // A check that looked at amounts and the way to the root alone would be fooled: the leaves there hold these very amounts.
        var leaves = GiftBench.LeavesOf(_bench.Releases.PathOf("1.0.0"));
        var stated = _bench.Open().Manifest.Gifts!.Gifts;
        Assert.That(keptPlaces.Sum(place => SumTree.Sum(leaves[(int)place])), Is.EqualTo(dropped.BaseMinor));
        Assert.That(
            LeafLayer.Hold(
                _bench.Releases.PathOf("1.0.0"),
                GiftTree.Gifts,
                stated,
                keptPlaces,
                keptPlaces.SelectMany(place => leaves[(int)place]).ToArray()
            )
        );
    }

    [Test]
    public void One_code_given_to_two_donors_shows_one_of_them_the_others_gift()
    {
        _bench.Publish();
        var (first, second) = (_bench.Gifts.All[1], _bench.Gifts.All[2]);
        var shown = _bench.Prove(first.Transaction).Gift;
        Assert.That(
            shown.Transaction,
            Is.Not.EqualTo(second.Transaction),
            "the second donor's own receipt says another"
        );

        // A record that names the second donor's transaction over the first one's leaves proves nothing: the leaf binds the transaction.
        var record = _bench.RecordOf(first.Transaction);
        _bench.PutRecord(first.Transaction, record with { Gift = first with { Transaction = second.Transaction } });
        Assert.That(_bench.FaultOf(first.Transaction), Is.EqualTo("proof-failed"));

        // Where s did not hold the transaction, both names would give one leaf.
        var code = ReceiptCode.Of(_bench.Keys.Receipt, first.Transaction).Secret.ToArray();
        static byte[] Planted(byte[] code, string _) => GiftBench.PlainLeaf(code, "gift-leaf", Id, 3, string.Empty);
        Assert.That(Planted(code, first.Transaction), Is.EqualTo(Planted(code, second.Transaction)));
        Assert.That(
            GiftBench.PlainLeaf(code, "gift-leaf", Id, 3, first.Transaction),
            Is.Not.EqualTo(GiftBench.PlainLeaf(code, "gift-leaf", Id, 3, second.Transaction))
        );
    }

    [Test]
    public void A_smaller_amount_or_a_place_twice_is_caught()
    {
        _bench.Publish();
        var gift = _bench.Gifts.All[1];
        var record = _bench.RecordOf(gift.Transaction);
        _bench.PutRecord(gift.Transaction, record with { Gift = gift with { BaseMinor = gift.BaseMinor - 1 } });
        Assert.That(_bench.FaultOf(gift.Transaction), Is.EqualTo("proof-failed"));
        _bench.PutRecord(gift.Transaction, record with { Leaves = [.. record.Leaves.Select(_ => record.Leaves[0])] });
        Assert.That(_bench.FaultOf(gift.Transaction), Is.EqualTo("proof-failed"));
        _bench.PutRecord(gift.Transaction, record with { Leaves = [.. record.Leaves.Select(place => place + 65536)] });
        Assert.That(_bench.FaultOf(gift.Transaction), Is.EqualTo("proof-failed"));
        _bench.PutRecord(gift.Transaction, record);
        Assert.That(_bench.Prove(gift.Transaction).Gift.BaseMinor, Is.EqualTo(gift.BaseMinor));
    }

    [Test]
    public void Text_of_fields_that_run_into_each_other_is_never_hashed_alike()
    {
        Assert.That(GiftDerivation.Fields("ab", "c"), Is.Not.EqualTo(GiftDerivation.Fields("a", "bc")));
        Assert.That(GiftDerivation.Fields("a", "", "b"), Is.Not.EqualTo(GiftDerivation.Fields("a", "b", "")));
        Assert.That(
            Encoding.UTF8.GetBytes("ab" + "c"),
            Is.EqualTo(Encoding.UTF8.GetBytes("a" + "bc")),
            "as plain joining would"
        );
    }

    [Test]
    public void Without_the_code_buckets_say_nothing()
    {
        _bench.Publish();
        var folder = _bench.Releases.PathOf("1.0.0", "gifts/buckets");
        var buckets = Directory.GetFiles(folder).Select(File.ReadAllBytes).ToList();
        var stated = _bench.Open().Manifest.Gifts!.Buckets;
        Assert.That(
            buckets.Select(bucket => bucket.Length).Distinct(),
            Is.EqualTo((int[])[stated.Records * stated.RecordBytes])
        );
        foreach (var bucket in buckets)
        {
            Assert.That(Compressed(bucket), Is.GreaterThanOrEqualTo(bucket.Length), "nothing in it repeats");
            Assert.That(bucket.CountBy(value => value).All(pair => IsUsual(pair.Value, bucket.Length)));
        }

        // Records that would not be sealed would show, and so would zeros that fill them.
        var planted = new GiftRecord(_bench.Gifts.All[1], [1, 2, 3], []).Write();
        Assert.That(
            Compressed([.. planted, .. new byte[stated.RecordBytes - planted.Length]]),
            Is.LessThan(stated.RecordBytes / 2)
        );
    }

    [Test]
    public void Real_records_and_those_that_fill_have_the_same_bytes_one_by_one()
    {
        _bench.Publish();
        var stated = _bench.Open().Manifest.Gifts!.Buckets;
        var derivation = new GiftDerivation(Id);
        var names = _bench
            .Gifts.All.Select(gift =>
                Convert.ToHexString(_bench.Placed(derivation, gift.Transaction, stated.Count).Name)
            )
            .ToHashSet();
        var records = Directory
            .GetFiles(_bench.Releases.PathOf("1.0.0", "gifts/buckets"))
            .SelectMany(path => File.ReadAllBytes(path).Chunk(stated.RecordBytes))
            .ToLookup(record => names.Contains(Convert.ToHexString(record, 0, GiftDerivation.NameBytes)));
        Assert.That(records[true].Count(), Is.EqualTo(GiftBench.Count));
        var (real, fill) = (MeanOf(records[true]), MeanOf(records[false]));
        Assert.That(real, Is.EqualTo(fill).Within(1.0), "the mean byte of either is 127.5");
    }

    [Test]
    public void Buckets_of_another_release_open_nothing()
    {
        _bench.Publish();
        _bench.Publish(changed: SampleTables.Rates(ratio: 0.666668m));
        foreach (var bucket in Directory.GetFiles(_bench.Releases.PathOf("1.0.0", "gifts/buckets")))
        {
            File.Copy(
                bucket,
                _bench.Releases.PathOf("1.1.0", $"gifts/buckets/{Path.GetFileName(bucket)}"),
                overwrite: true
            );
        }

        Assert.That(_bench.FaultOf(_bench.Gifts.All[1].Transaction, "1.1.0"), Is.EqualTo("claim-failed"));
        _bench.Releases.SignAgain("1.1.0");
        Assert.That(_bench.FaultOf(_bench.Gifts.All[1].Transaction, "1.1.0"), Is.EqualTo("receipt-unknown"));
        Assert.That(_bench.Prove(_bench.Gifts.All[1].Transaction).Leaves, Is.Positive);
    }

    [TestCase("txn_unknown", "receipt-unknown")]
    public void A_code_of_no_gift_opens_nothing(string transaction, string code)
    {
        _bench.Publish();
        Assert.That(_bench.FaultOf(transaction), Is.EqualTo(code));
    }

    [Test]
    public void A_mistyped_code_an_unsigned_release_and_one_without_gifts_are_told_apart()
    {
        _bench.Publish();
        _bench.Releases.Publish(SampleTables.Rates(ratio: 0.666668m));
        Assert.That(_bench.FaultOf(_bench.Gifts.All[1].Transaction, "1.1.0"), Is.EqualTo("gifts-absent"));
        Assert.That(
            Thrown
                .By<FaultException>(() => GiftProof.Open(_bench.Releases.PathOf("1.0.0"), _bench.Releases.Trust, "x"))
                .Fault.Code,
            Is.EqualTo("receipt-code")
        );
        File.AppendAllText(_bench.Releases.PathOf("1.0.0", "manifest.json"), " ");
        Assert.That(_bench.FaultOf(_bench.Gifts.All[1].Transaction), Is.EqualTo("claim-failed"));
    }

    private static long Compressed(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var zip = new DeflateStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return memory.Length;
    }

    /// <summary>Six standard deviations around what chance gives.</summary>
    private static bool IsUsual(int count, int bytes)
    {
        var expected = bytes / 256.0;
        return Math.Abs(count - expected) < 6 * Math.Sqrt(expected);
    }

    private static double MeanOf(IEnumerable<byte[]> records) =>
        records.SelectMany(record => record).Average(value => (double)value);
}
