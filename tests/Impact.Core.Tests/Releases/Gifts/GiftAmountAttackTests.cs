using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

/// <summary>A fund that signs wrong amounts, against both ways to open a proof: the command and the page.</summary>
[TestFixture]
internal sealed class GiftAmountAttackTests
{
    private const long Top = 1L << 62;

    private GiftBench _bench = null!;
    private ProvenGift _gift = null!;

    [SetUp]
    public void Publish()
    {
        _bench = new GiftBench();
        _bench.Publish();
        _gift = _bench.Gifts.All[1];
    }

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void An_honest_gift_is_proved_by_both()
    {
        var leaves = _bench.Prove(_gift.Transaction).Leaves;
        Assert.That(OfflinePage.Say(_bench, _gift.Transaction), Is.EqualTo($"proved {leaves} yes -"));
    }

    [TestCase("USD", 0)]
    [TestCase("usd", 0)]
    [TestCase("US$", 0)]
    [TestCase("EUR", -1)]
    public void An_amount_as_on_the_receipt_over_less_that_was_counted_is_refused(string currency, long amount)
    {
        // The leaves prove what was counted; the donor would compare what is shown as paid.
        var shown = amount < 0 ? amount : _gift.BaseMinor + 10_000;
        Put(_gift with { Currency = currency, AmountMinor = shown });
        Refused("gift-amount-differs", "not the amount that was counted");
    }

    [Test]
    public void In_another_currency_both_amounts_and_the_rate_are_shown()
    {
        Put(_gift with { Currency = "JPY", AmountMinor = 4 * _gift.BaseMinor });
        var words = GiftWords.Conversion(_bench.Prove(_gift.Transaction))!;
        Assert.That(words.En, Does.Contain("1 JPY = 0.0025 USD").And.Contain("they do not prove"));
        Assert.That(words.Es, Does.Contain("1 JPY = 0.0025 USD"));
        Assert.That(OfflinePage.Say(_bench, _gift.Transaction), Does.EndWith(" 0.002500"));
        Assert.That(GiftWords.Conversion(_bench.Prove(_bench.Gifts.All[2].Transaction)), Is.Null);
    }

    [TestCase("contributions", 9_999_999L)]
    [TestCase("gift_refunds", 50_001L)]
    public void A_tree_that_is_not_the_statements_line_proves_nothing(string line, long minor)
    {
        _bench.Releases.Replace("1.0.0", SampleTables.FundingStatus((line, minor)));
        Assert.That(_bench.FaultOf(_gift.Transaction), Is.EqualTo("gift-totals-differ"));
    }

    [Test]
    public void Amounts_below_0_and_beyond_63_bits_in_a_record_are_refused()
    {
        var record = _bench.RecordOf(_gift.Transaction);
        Put(_gift with { Currency = "EUR", BaseMinor = -1 });
        Refused("proof-failed", "not proved to be in the total");
        Put(_gift with { RefundedMinor = -4 });
        Refused("proof-failed", "not proved to be in the total");
        var text = Encoding.UTF8.GetString(record.Write().AsSpan(2)).Replace("USD", "EUR", StringComparison.Ordinal);
        var beyond = Encoding.UTF8.GetBytes(
            text.Replace($"\"baseMinor\":{_gift.BaseMinor}", $"\"baseMinor\":{1UL << 63}", StringComparison.Ordinal)
        );
        _bench.PutPlain(
            _gift.Transaction,
            [(byte)(beyond.Length >> 8), (byte)(beyond.Length & byte.MaxValue), .. beyond]
        );
        Refused("proof-failed", "not proved to be in the total");
    }

    [TestCase(true, -1_000_000L)]
    [TestCase(false, -5_000_000L)]
    [TestCase(true, Top, Top, Top, Top)]
    public void Leaves_below_0_and_sums_that_run_over_are_seen_by_every_gift_that_they_would_hide(
        bool isBeside,
        params long[] amounts
    )
    {
        var total = PlantLeaves(isBeside, amounts);

        // A fold that does not look at signs would lead every leaf to the signed root, and the statement says the same.
        Assert.That(total, Is.EqualTo(_bench.Open().Manifest.Gifts!.Gifts.TotalMinor));
        Assert.That(
            GiftClaims.TotalBreaches(_bench.Open().Manifest.Gifts!, _bench.Open().Table("funding_status")),
            Is.Empty
        );
        Refused("proof-failed", "not proved to be in the total");
        Assert.That(_bench.Releases.Verify().Failed(), Has.Member("gift-roots"));
    }

    private void Put(ProvenGift gift) =>
        _bench.PutRecord(gift.Transaction, _bench.RecordOf(gift.Transaction) with { Gift = gift });

    private void Refused(string code, string said)
    {
        Assert.That(_bench.FaultOf(_gift.Transaction), Is.EqualTo(code));
        Assert.That(OfflinePage.Say(_bench, _gift.Transaction), Does.StartWith("fault ").And.Contain(said));
    }

    /// <summary>Puts amounts into empty leaves of the gift's own tile or of another one, folds as sums run over, and signs tree and statement.</summary>
    private long PlantLeaves(bool isBeside, long[] amounts)
    {
        var folder = _bench.Releases.PathOf("1.0.0");
        var leaves = GiftBench.LeavesOf(folder);
        var own = (int)_bench.RecordOf(_gift.Transaction).Leaves[0] / SumTree.TileNodes;
        var tile = isBeside ? own : (own + 1) % (leaves.Count / SumTree.TileNodes);
        var empty = leaves.Skip(tile * SumTree.TileNodes).Take(SumTree.TileNodes).Where(leaf => SumTree.Sum(leaf) == 0);
        foreach (var (leaf, amount) in empty.Zip(amounts).ToList())
        {
            BinaryPrimitives.WriteInt64BigEndian(leaf.AsSpan(SumTree.HashBytes), amount);
        }

        File.WriteAllBytes(Path.Combine(folder, "gifts/leaves.bin"), [.. leaves.SelectMany(leaf => leaf)]);
        var (level, tiles) = (leaves, new List<byte>());
        for (var height = 1; level.Count > 1; height++)
        {
            level = [.. level.Chunk(2).Select(pair => Careless(pair[0], pair[1]))];
            tiles.AddRange(height % 6 == 0 && level.Count > 1 ? level.SelectMany(node => node) : []);
        }

        File.WriteAllBytes(Path.Combine(folder, "gifts/tiles.bin"), [.. tiles]);
        var (root, total) = (Convert.ToHexStringLower(level[0].AsSpan(0, SumTree.HashBytes)), SumTree.Sum(level[0]));
        Assert.That(total, Is.Not.Negative, "a manifest with such a total is not read at all");
        _bench.Releases.Replace("1.0.0", SampleTables.FundingStatus(("contributions", total)));
        _bench.Releases.SignAgain(
            "1.0.0",
            manifest =>
                manifest with
                {
                    Gifts = manifest.Gifts! with
                    {
                        Gifts = manifest.Gifts!.Gifts with { Root = root, TotalMinor = total },
                    },
                }
        );
        return total;
    }

    private static byte[] Careless(byte[] left, byte[] right)
    {
        byte[] Turned(byte[] node) => [.. node[SumTree.HashBytes..], .. node[..SumTree.HashBytes]];

        var sum = unchecked(SumTree.Sum(left) + SumTree.Sum(right));
        return [.. SHA256.HashData([1, .. Turned(left), .. Turned(right)]), .. GiftBench.Eight(sum)];
    }
}
