using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Releases.Gifts;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Lots;

[TestFixture]
internal sealed class LedgerGiftsTests
{
    private static readonly string[] Refunds = ["gift_refund", "chargeback"];

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void Open() => _ledger = new TestLedger();

    [OneTimeTearDown]
    public void Close() => _ledger.Dispose();

    [Test]
    public void Each_transaction_is_netted_as_by_hand_and_its_lots_add_up_to_it()
    {
        var (seen, withLots) = (0, 0);
        for (var number = 0; number < GeneratedCases.Count / 4; number++)
        {
            var generated = new PlausibleLedger(number);
            var draft = generated.Make();
            var day = draft.Entries.Max(entry => entry.ClearedOn!.Value);
            var scope = LotBench.Late with { CutOff = day, Published = generated.Published };
            var gifts = Read(draft, scope);
            Assert.That(
                gifts.Select(gift => (gift.Transaction, gift.BaseMinor, gift.RefundedMinor)),
                Is.EqualTo(ByHand(draft, scope)),
                $"case {number}"
            );
            foreach (var gift in gifts.Where(gift => gift.Lots.Count > 0))
            {
                Assert.That(gift.Lots.Sum(lot => lot.AmountMinor), Is.EqualTo(gift.BaseMinor), gift.Transaction);
                withLots++;
            }

            Assert.That(gifts.Where(gift => gift.BaseMinor > 0).All(gift => gift.Lots.Count > 0), $"case {number}");
            seen += gifts.Count;
        }

        Assert.That(seen, Is.GreaterThan(100));
        Assert.That(withLots, Is.GreaterThan(100));
    }

    [Test]
    public void What_clears_after_the_last_closed_quarter_is_not_counted()
    {
        DraftEntry[] entries =
        [
            new("gift", 1000, new(2019, 9, 30)) { SourceId = "in" },
            new("gift", 2000, new(2019, 10, 1)) { SourceId = "open" },
        ];
        var scope = new MetricScope(TestFunds.Plain, new DateOnly(2019, 12, 30), LastBatch: 1);
        Assert.That(
            Read(new DraftLedger { Entries = entries }, scope).Select(gift => gift.Transaction),
            Is.EqualTo((string[])["in"])
        );
    }

    [Test]
    public void A_gift_tells_the_donors_own_money_and_what_went_back()
    {
        DraftEntry[] entries =
        [
            new("gift", 1000, new(2019, 8, 7)) { SourceId = "g", Foreign = new("EUR", 900) },
            new("gift_refund", 300, new(2019, 9, 1)) { SourceId = "r1", RefersTo = "g" },
            new("chargeback", 100, new(2019, 9, 2)) { SourceId = "c1", RefersTo = "g" },
            new("gift_refund", 50, new(2019, 9, 3)) { SourceId = "r2" },
        ];
        var gifts = Read(new DraftLedger { Entries = entries }, new(TestFunds.Plain, new DateOnly(2019, 9, 30), 1));
        Assert.That(
            gifts
                .Select(gift => gift with { Lots = [] })
                .Select(gift =>
                    $"{gift.Transaction} {gift.ClearedOn:O} {gift.Currency} {gift.AmountMinor} {gift.BaseMinor} {gift.RefundedMinor}"
                ),
            Is.EqualTo((string[])["g 2019-08-07 EUR 900 1000 400", "r2  USD 0 0 50"])
        );
    }

    [Test]
    public void A_gift_that_was_taken_back_is_not_there_and_one_taken_back_twice_is_below_0()
    {
        var gift = new DraftEntry("gift", 1000, new(2019, 8, 7)) { SourceId = "g" };
        var back = gift.TakenBack(1) with { SourceId = "g-back" };
        var scope = new MetricScope(TestFunds.Plain, new DateOnly(2019, 9, 30), 1);
        Assert.That(Read(new DraftLedger { Entries = [gift, back] }, scope), Is.Empty);
        var twice = Read(new DraftLedger { Entries = [gift, back, back with { SourceId = "again" }] }, scope);
        Assert.That(twice.Single().BaseMinor, Is.EqualTo(-1000));
    }

    [Test]
    public void A_transaction_that_two_sources_name_alike_stops_the_release()
    {
        DraftEntry[] entries =
        [
            new("gift", 1000, new(2019, 8, 7)) { SourceId = "g", Profile = "one" },
            new("gift", 500, new(2019, 8, 8)) { SourceId = "g", Profile = "two" },
        ];
        Assert.That(
            () => Read(new DraftLedger { Entries = entries }, new(TestFunds.Plain, new DateOnly(2019, 9, 30), 1)),
            Throws.TypeOf<FaultException>().With.Property("Fault").Property("Code").EqualTo("gift-shared")
        );
    }

    private List<ProvenGift> Read(DraftLedger draft, MetricScope scope)
    {
        _ledger.Fill(draft);
        using var gifts = LedgerGifts.Of(_ledger.Store, scope);
        return [.. gifts.Read().SelectMany(part => part)];
    }

    private static IEnumerable<(string, long, long)> ByHand(DraftLedger draft, MetricScope scope)
    {
        var counted = draft
            .Entries.Where(entry => entry.Batch <= scope.LastBatch && entry.ClearedOn <= scope.StatementDay)
            .ToList();
        var named = counted
            .Where(entry => Refunds.Contains(entry.Kind) && entry.RefersTo is not null)
            .ToLookup(entry => (entry.Kind, Id: entry.Reverses ?? entry.SourceId), entry => entry.RefersTo!);
        string TransactionOf(DraftEntry entry)
        {
            var own = entry.Reverses ?? entry.SourceId;
            return entry.Kind == "gift" ? own : named[(entry.Kind, own)].FirstOrDefault() ?? own;
        }

        return counted
            .Where(entry => entry.Kind == "gift" || Refunds.Contains(entry.Kind))
            .GroupBy(TransactionOf)
            .Select(group =>
                (
                    group.Key,
                    group.Where(entry => entry.Kind == "gift").Sum(entry => entry.BaseMinor),
                    group.Where(entry => entry.Kind != "gift").Sum(entry => entry.BaseMinor)
                )
            )
            .Where(net => net.Item2 != 0 || net.Item3 != 0)
            .OrderBy(net => net.Key, StringComparer.Ordinal);
    }
}
