using Impact.Core.Metrics.Lots;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Lots;

/// <summary>What the rule of lots promises, on plausible ledgers, each beside a ledger or list that breaks it.</summary>
[TestFixture]
internal sealed class LotRuleTests
{
    private LotBench _bench = null!;

    [OneTimeSetUp]
    public void Open() => _bench = new LotBench();

    [OneTimeTearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void No_cent_of_a_gift_is_lost_or_made()
    {
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var draft = new PlausibleLedger(number).Make();
            Assert.That(Unbalanced(draft, _bench.BySql(draft, LotBench.Late)), Is.Empty, $"case {number}");
        }
    }

    [Test]
    public void A_lost_cent_a_refund_taken_twice_and_a_lost_return_are_seen()
    {
        var draft = new DraftLedger
        {
            Entries =
            [
                Gift("a", 100, 1),
                Gift("b", 100, 2),
                new("gift_refund", 40, new(2019, 9, 1)) { SourceId = "refund", RefersTo = "a" },
                new("disbursement", 100, new(2019, 9, 2)) { SourceId = "sent", Organisation = TestFunds.Partner },
                new("return", 30, new(2019, 9, 3)) { SourceId = "back", Organisation = TestFunds.Partner },
            ],
        };
        var parts = _bench.BySql(draft, LotBench.Late);
        var refund = parts.Single(part => part.Use?.Kind == "gift_refund");
        Assert.That(Unbalanced(draft, parts), Is.Empty);
        Assert.That(Unbalanced(draft, [.. parts.Skip(1)]), Is.Not.Empty);
        Assert.That(Unbalanced(draft, [.. parts, refund]), Is.Not.Empty);
        Assert.That(Unbalanced(draft, [.. parts.Where(part => part.Lot.Kind != "return")]), Is.Not.Empty);
    }

    [Test]
    public void The_older_gift_is_used_first_and_not_the_one_whose_identifier_comes_first()
    {
        var parts = _bench.BySql(
            new DraftLedger
            {
                Entries =
                [
                    Gift("z", 100, 1),
                    Gift("a", 100, 2),
                    new("disbursement", 100, new(2019, 9, 2)) { SourceId = "sent", Organisation = TestFunds.Partner },
                ],
            },
            LotBench.Late
        );
        // 100 of 100: the piece ends where the gift ends, and the next gift has no piece of nothing.
        Assert.That(
            parts.Select(part => (part.Lot.SourceId, part.Use?.SourceId, part.AmountMinor)),
            Is.EquivalentTo(new[] { ("z", (string?)"sent", 100L), ("a", null, 100L) })
        );
    }

    [Test]
    public void What_was_published_is_not_reordered_by_what_is_told_later()
    {
        var later = 0;
        for (var number = 0; number < GeneratedCases.Count / 3; number++)
        {
            var generated = new PlausibleLedger(number);
            var draft = generated.Make();
            for (var count = 1; count <= generated.Published.Count; count += 2)
            {
                var published = generated.Published[count - 1];
                var before = LotBench.Late with
                {
                    CutOff = published.CutOff,
                    LastBatch = published.LastBatch,
                    Published = generated.Published[..(count - 1)],
                };
                var then = _bench.BySql(draft, before).Where(part => part.Use is not null).ToList();
                var now = _bench.BySql(draft, LotBench.Late with { Published = generated.Published });
                Assert.That(then.Except(now), Is.Empty, $"case {number}, release {count}");
                later += now.Count - then.Count;
            }
        }

        Assert.That(later, Is.Positive);
    }

    [Test]
    public void A_gift_told_late_would_reorder_what_is_published_if_no_cut_off_were_kept()
    {
        DraftEntry[] first =
        [
            Gift("b", 100, 5),
            new("disbursement", 60, new(2019, 9, 2)) { SourceId = "sent", Organisation = TestFunds.Partner },
        ];
        var both = new DraftLedger { Entries = [.. first, Gift("a", 10, 1) with { Batch = 2 }] };
        var published = _bench
            .BySql(new() { Entries = first }, LotBench.Late)
            .Where(part => part.Use is not null)
            .ToList();
        var kept = LotBench.Late with { Published = [new(1, new(2019, 12, 31))] };
        Assert.That(published.Except(_bench.BySql(both, kept)), Is.Empty);
        Assert.That(published.Except(_bench.BySql(both, LotBench.Late)), Is.Not.Empty);
    }

    [Test]
    public void What_is_refunded_after_its_gift_was_sent_is_advanced_by_the_pool()
    {
        DraftEntry[] entries =
        [
            Gift("a", 100, 1) with
            {
                Designation = TestFunds.LegalHelp,
            },
            Gift("p", 500, 2),
            new("disbursement", 80, new(2019, 9, 2))
            {
                SourceId = "sent",
                Organisation = TestFunds.Partner,
                Designation = TestFunds.LegalHelp,
            },
            new("gift_refund", 100, new(2019, 10, 1))
            {
                Batch = 2,
                SourceId = "refund",
                RefersTo = "a",
                Designation = TestFunds.LegalHelp,
            },
        ];
        var parts = _bench.BySql(
            new() { Entries = entries },
            LotBench.Late with
            {
                Published = [new(1, new(2019, 9, 30))],
            }
        );
        var refunded = parts.Where(part => part.Use?.Kind == "gift_refund");
        Assert.That(
            refunded.Select(part => (part.Lot.SourceId, part.AmountMinor, part.Use!.IsAdvance)),
            Is.EquivalentTo(new[] { ("a", 20L, false), ("p", 80L, true) })
        );
    }

    [Test]
    public void What_is_refunded_beyond_its_gift_is_first_borne_by_the_rest_of_its_designation()
    {
        DraftEntry[] entries =
        [
            Legal(Gift("a", 100, 1)),
            Legal(Gift("b", 70, 2)),
            Gift("p", 500, 2),
            Legal(new("disbursement", 100, new(2019, 9, 2)) { SourceId = "sent", Organisation = TestFunds.Partner }),
            Legal(
                new("gift_refund", 100, new(2019, 10, 1))
                {
                    Batch = 2,
                    SourceId = "refund",
                    RefersTo = "a",
                }
            ),
        ];
        var scope = LotBench.Late with { Published = [new(1, new(2019, 9, 30))] };
        var parts = _bench.BySql(new() { Entries = entries }, scope);
        Assert.That(
            parts
                .Where(part => part.Use?.Kind == "gift_refund")
                .Select(part => (part.Lot.SourceId, part.AmountMinor, part.OffsetMinor)),
            Is.EquivalentTo(new[] { ("b", 70L, 0L), ("p", 30L, 70L) })
        );
        var shortfall = LotBench.ByReference(new() { Entries = entries }, scope).Shortfalls.Single();
        Assert.That((shortfall.Entry.Designation, shortfall.AmountMinor), Is.EqualTo((TestFunds.LegalHelp, 30L)));
    }

    /// <summary>Within one epoch too: taken from its gift, the refund would leave the payment before it without money.</summary>
    [Test]
    public void A_refund_takes_nothing_from_a_payment_that_was_made_before_it()
    {
        DraftEntry[] entries =
        [
            Legal(Gift("a", 100, 1)),
            Gift("p", 500, 2),
            Legal(new("disbursement", 100, new(2019, 9, 2)) { SourceId = "sent", Organisation = TestFunds.Partner }),
            Legal(new("gift_refund", 100, new(2019, 10, 1)) { SourceId = "refund", RefersTo = "a" }),
        ];
        var parts = _bench.BySql(new() { Entries = entries }, LotBench.Late);
        Assert.That(
            parts.Where(part => part.Use is not null).Select(part => (part.Lot.SourceId, part.Use!.SourceId)),
            Is.EquivalentTo(new[] { ("a", "sent"), ("p", "refund") })
        );
        Assert.That(parts.Where(part => part.Use is null).Sum(part => part.AmountMinor), Is.EqualTo(400));
    }

    private static DraftEntry Legal(DraftEntry entry) => entry with { Designation = TestFunds.LegalHelp };

    private static DraftEntry Gift(string id, long amount, int day) =>
        new("gift", amount, new(2019, 8, day)) { SourceId = id, GiverKind = "individual" };

    /// <summary>Entries whose money is not all in the parts, or more than once.</summary>
    private static IEnumerable<string> Unbalanced(DraftLedger draft, IReadOnlyList<LotPart> parts)
    {
        string[] income = ["gift", "interest", "other_income", "return"];
        string[] uses =
        [
            "gift_refund",
            "chargeback",
            "processor_fee",
            "platform_fee",
            "bank_charge",
            "fund_cost",
            "disbursement",
        ];
        var entries = draft.Entries.GroupBy(entry => (entry.Kind, Id: entry.Reverses ?? entry.SourceId)).ToList();
        foreach (var entry in entries.Where(entry => income.Contains(entry.Key.Kind)))
        {
            var ofLot = parts
                .Where(part => part.Lot.Kind == entry.Key.Kind && part.Lot.SourceId == entry.Key.Id)
                .ToList();
            if (ofLot.Sum(part => part.AmountMinor) != entry.Sum(one => one.BaseMinor))
            {
                yield return $"{entry.Key}";
            }
        }

        foreach (var entry in entries.Where(entry => uses.Contains(entry.Key.Kind)))
        {
            var used = parts.Where(part =>
                part.Use is { } use && use.Kind == entry.Key.Kind && use.SourceId == entry.Key.Id
            );
            if (used.Sum(part => part.AmountMinor) > entry.Sum(one => one.BaseMinor))
            {
                yield return $"{entry.Key}";
            }
        }

        var held = parts.Where(part => part.Use is null).Sum(part => part.AmountMinor);
        var (came, asked) = (
            draft.Entries.Where(one => income.Contains(one.Kind)).Sum(one => one.BaseMinor),
            draft.Entries.Where(one => uses.Contains(one.Kind)).Sum(one => one.BaseMinor)
        );
        if (held < came - asked)
        {
            yield return "the fund";
        }
    }
}
