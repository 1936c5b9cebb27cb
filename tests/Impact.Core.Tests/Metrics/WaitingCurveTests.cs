using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Durations;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture]
internal sealed class WaitingCurveTests
{
    private static readonly MetricScope Scope = new(TestFunds.Plain, new DateOnly(2021, 12, 31), LastBatch: 10);

    [Test]
    public void A_case_worked_by_hand_comes_out_the_same()
    {
        // Ten cents: 2 sent after 5 days, 1 unsent at 6, 3 sent after 8, 2 unsent at 8, 1 sent after 12, 1 unsent at 20.
        // 8/10; times 4/7 = 16/35; times 1/2 = 8/35.
        var shares = WaitingCurve
            .Of([new(5, 10, 2, 0), new(6, 8, 0, 1), new(8, 7, 3, 2), new(12, 2, 1, 0), new(20, 1, 0, 1)])
            .Steps.Select(step => step.Share);
        Assert.That(shares, Is.EqualTo((decimal[])[0.8m, 0.8m, 0.457143m, 0.228571m, 0.228571m]));
    }

    [Test]
    public void Leaving_unsent_money_out_would_make_the_fund_look_quicker()
    {
        var right = WaitingCurve.Of([new(5, 10, 4, 0), new(30, 6, 0, 6)]);
        var planted = WaitingCurve.Of([new(5, 4, 4, 0)]);
        Assert.That(right.DaysOf(50), Is.Null);
        Assert.That(planted.DaysOf(50), Is.EqualTo(5));
    }

    [TestCase(25, 5)]
    [TestCase(50, 8)]
    [TestCase(75, 12)]
    public void A_quantile_is_the_first_day_that_reaches_it(int percent, long days) =>
        Assert.That(
            WaitingCurve.Of([new(5, 8, 2, 0), new(8, 6, 2, 0), new(12, 4, 4, 0)]).DaysOf(percent),
            Is.EqualTo(days)
        );

    [TestCase(2_000_000, 1, 0)]
    [TestCase(2_000_000, 3, 2)]
    [TestCase(1_999_999, 1, 1)]
    public void A_share_is_rounded_half_to_even(long all, long left, int millionths) =>
        Assert.That(
            WaitingCurve.Of([new(1, all, all - left, 0), new(2, left, 0, left)]).Steps.First().Share,
            Is.EqualTo(millionths / 1_000_000m)
        );

    [Test]
    public void Every_allocated_cent_is_sent_or_waits_and_the_curve_never_rises()
    {
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var draft = new GeneratedLedger(number).Make();
            var ledger = new ReferenceLedger(draft.ToReference(), Scope, draft.Tells.ToHashSet(StringComparer.Ordinal));
            var sums = ReferenceDelays.Of(ledger).OrderBy(sum => sum.Days).ToList();
            var left = sums.Sum(sum => sum.DisbursedMinor + sum.CensoredMinor);
            foreach (var sum in sums)
            {
                Assert.That(sum.AtRiskMinor, Is.EqualTo(left), $"case {number}");
                left -= sum.DisbursedMinor + sum.CensoredMinor;
            }

            var shares = WaitingCurve.Of(sums).Steps.Select(step => step.Share).ToList();
            Assert.That(shares, Is.Ordered.Descending, $"case {number}");
            Assert.That(shares, Is.All.InRange(0m, 1m), $"case {number}");
        }
    }

    [Test]
    public void The_oldest_award_is_sent_first_and_what_is_taken_back_never_was()
    {
        DraftEntry[] entries =
        [
            Entry("allocation", 100, new(2021, 1, 1)),
            Entry("allocation", 100, new(2021, 2, 1)),
            Entry("allocation_change", -60, new(2021, 3, 1)),
            Entry("disbursement", 130, new(2021, 1, 11)),
            Entry("return", 20, new(2021, 4, 1)),
        ];
        var rows = LaidOut.Rows(
            new AllocationDelays(),
            PublishedTables.AllocationToDisbursement,
            new DraftLedger { Entries = entries },
            Scope
        );
        Assert.That(
            rows.Select(row =>
                $"{row.Integer("days")}: {row.Integer("disbursed_minor")} sent, {row.Integer("censored_minor")} waiting"
            ),
            Is.EqualTo((string[])["0: 10 sent, 0 waiting", "10: 100 sent, 0 waiting", "333: 0 sent, 30 waiting"])
        );
        Assert.That(
            rows.Select(row => row.Decimal("ratio")),
            Is.EqualTo((decimal?[])[0.928571m, 0.214286m, 0.214286m])
        );
    }

    [Test]
    public void A_part_that_is_not_reached_has_no_days_and_an_untold_kind_no_curve()
    {
        DraftEntry[] entries = [Entry("allocation", 100, new(2021, 1, 1)), Entry("disbursement", 30, new(2021, 1, 8))];
        Assert.That(Quantiles(LedgerKinds.All), Is.EqualTo((string[])["median z ", "p25 ok 7", "p75 z "]));
        Assert.That(Quantiles(["allocation"]), Is.EqualTo((string[])["median x ", "p25 x ", "p75 x "]));

        IEnumerable<string> Quantiles(IReadOnlyList<string> tells) =>
            LaidOut
                .Rows(
                    new AllocationDelays(),
                    PublishedTables.Durations,
                    new DraftLedger { Entries = entries, Tells = tells },
                    Scope
                )
                .Select(row => $"{row.Text("quantile")} {row.Text("status")} {row.Integer("value")}");
    }

    private static DraftEntry Entry(string kind, long amount, DateOnly day) =>
        new(kind, amount, day) { Organisation = TestFunds.Partner };
}
