using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed partial class HardGatesTests(EngineKind engine)
{
    private static readonly DateOnly Day = new(2019, 8, 10);

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void Correct_books_pass_every_gate()
    {
        var gates = Run(Correct());
        Assert.That(gates.Select(gate => gate.Id), Is.EqualTo(HardGates.Ids));
        Assert.That(gates.Select(gate => gate.Outcome), Is.All.EqualTo(GateOutcome.Passed));
    }

    [Test]
    public void A_gift_of_nothing_fails_the_signs() => Fails("signs", "gift", 1, Correct(Entry("gift", 0, "zero")));

    [Test]
    public void A_negative_pledge_fails_the_signs() =>
        Fails("signs", "pledge", 1, Correct(Entry("pledge", -1, "below") with { ClearedOn = null }));

    [Test]
    public void A_negative_change_of_an_allocation_is_no_wrong_sign() =>
        Passes(Correct(Entry("allocation_change", -1, "change", TestFunds.Partner)));

    [Test]
    public void A_reversal_that_adds_fails_the_signs()
    {
        var interest = Entry("interest", 5, "interest");
        var adding = interest with { SourceId = "again", Reverses = "interest" };
        Assert.That(Broken(Correct(interest, adding)), Does.Contain("signs interest 1"));
    }

    [Test]
    public void One_cent_sent_above_the_allocation_fails_the_allocation() =>
        Fails(
            "allocation",
            $"{TestFunds.Partner}/pool",
            1,
            Correct(Entry("disbursement", 3001, "more", TestFunds.Partner))
        );

    [Test]
    public void Everything_that_was_allocated_may_be_sent() =>
        Passes(Correct(Entry("disbursement", 3000, "more", TestFunds.Partner)));

    [Test]
    public void One_cent_allocated_above_the_sources_is_short_in_total() =>
        Assert.That(
            Broken(Correct(Entry("allocation", 6001, "more", TestFunds.Partner))),
            Is.EqualTo((string[])["unallocated all 1", "unallocated pool 3001"])
        );

    [Test]
    public void One_cent_allocated_above_a_designation_is_short_there() =>
        Fails(
            "unallocated",
            TestFunds.LegalHelp,
            1,
            Correct(Entry("allocation", 1001, "more", TestFunds.Partner) with { Designation = TestFunds.LegalHelp })
        );

    [Test]
    public void A_designation_may_be_allocated_whole() =>
        Passes(
            Correct(Entry("allocation", 1000, "more", TestFunds.Partner) with { Designation = TestFunds.LegalHelp })
        );

    [Test]
    public void One_cent_sent_above_what_a_designation_holds_fails_the_designation() =>
        Assert.That(
            Broken(Correct(Granted(TestFunds.LegalHelp, 1001))),
            Is.EqualTo((string[])["unallocated legal-help 1", "designation legal-help 1"])
        );

    [Test]
    public void One_cent_spent_above_what_a_designation_sent_fails_the_designation() =>
        Fails(
            "designation",
            $"{TestFunds.LegalHelp}/{TestFunds.Partner}",
            1,
            Correct([
                .. Granted(TestFunds.LegalHelp, 500),
                Entry("expenditure", 501, "spent", TestFunds.Partner) with
                {
                    Designation = TestFunds.LegalHelp,
                },
            ])
        );

    [Test]
    public void One_cent_of_a_partners_own_designation_sent_to_another_fails_the_designation() =>
        Fails("designation", TestFunds.PartnerOnly, 1, Correct(ToOther("allocation", 1), ToOther("disbursement", 1)));

    [Test]
    public void A_partners_own_designation_may_be_sent_to_it() => Passes(Correct(Granted(TestFunds.PartnerOnly, 2000)));

    [Test]
    public void A_lower_allocation_does_not_hide_what_was_sent_to_another() =>
        Assert.That(
            Broken(Correct(ToOther("disbursement", 1), ToOther("allocation_change", -1))),
            Is.EqualTo((string[])[$"allocation {TestFunds.OtherPartner}/for-one 2", "designation for-one 1"])
        );

    [Test]
    public void A_balance_one_cent_off_fails_on_its_day()
    {
        var draft = Correct();
        draft = draft with { Balances = [draft.Balances[0] with { BaseMinor = draft.Balances[0].BaseMinor + 1 }] };
        Fails("balance", "2019-08-31", -1, draft);
    }

    [Test]
    public void Items_in_transit_are_part_of_the_balance()
    {
        var draft = Correct();
        var bank = draft.Balances[0] with { BaseMinor = draft.Balances[0].BaseMinor - 70 };
        Passes(draft with { Balances = [bank, bank with { BaseMinor = 70 }] });
    }

    [TestCase("allocation", "disbursement")]
    [TestCase("unallocated", "allocation")]
    [TestCase("designation", "gift")]
    [TestCase("balance", "balance")]
    public void A_gate_whose_kinds_no_source_tells_is_not_checked(string gate, string kind)
    {
        var told = LedgerKinds.All.Where(other => other != kind).ToHashSet(StringComparer.Ordinal);
        var result = Run(Correct(), told).Single(one => one.Id == gate);
        Assert.That(result.Outcome, Is.EqualTo(GateOutcome.NotChecked));
    }

    [Test]
    public void What_is_later_than_the_scope_breaks_no_gate()
    {
        var late = Entry("disbursement", 999_999, "late", TestFunds.Partner);
        Passes(Correct(late with { ClearedOn = new(2020, 1, 1) }));
        Passes(Correct(late with { Batch = 99 }));
    }

    private static DraftEntry Entry(string kind, long amount, string id, string? organisation = null) =>
        new(kind, amount, Day) { SourceId = id, Organisation = organisation };

    private static DraftEntry Euros(string kind, long amount, long euros) =>
        Entry(kind, amount, "euros") with
        {
            Foreign = new("EUR", euros),
        };

    private static DraftEntry Refund(string kind, string gift, long amount) =>
        Entry(kind, amount, "back") with
        {
            RefersTo = gift,
        };

    private static DraftEntry ToOther(string kind, long amount) =>
        Entry(kind, amount, kind, TestFunds.OtherPartner) with
        {
            Designation = TestFunds.PartnerOnly,
        };

    /// <summary>What a partner was decided and sent of a designation.</summary>
    private static DraftEntry[] Granted(string designation, long amount, string partner = TestFunds.Partner) =>
        [
            Entry("allocation", amount, $"granted-{designation}", partner) with
            {
                Designation = designation,
            },
            Entry("disbursement", amount, $"paid-{designation}", partner) with
            {
                Designation = designation,
            },
        ];

    /// <summary>Books in which the pool holds 3,000 unallocated cents besides two designations, and more that a test adds.</summary>
    private static DraftLedger Correct(params DraftEntry[] more)
    {
        List<DraftEntry> entries =
        [
            Entry("gift", 10_000, "pool"),
            Entry("gift", 100, "small"),
            Entry("gift", 1000, "legal") with
            {
                Designation = TestFunds.LegalHelp,
            },
            Entry("gift", 2000, "own") with
            {
                Designation = TestFunds.PartnerOnly,
            },
            Entry("processor_fee", 100, "fee"),
            Entry("allocation", 6000, "one", TestFunds.Partner),
            Entry("allocation", 1000, "two", TestFunds.OtherPartner),
            Entry("disbursement", 3000, "sent", TestFunds.Partner),
            Entry("return", 1, "back", TestFunds.Partner),
            Entry("disbursement", 1, "resent", TestFunds.Partner),
            Entry("expenditure", 2500, "spent", TestFunds.Partner) with
            {
                Category = "food",
            },
            .. more,
        ];
        // Each partner confirms what it was sent and keeps.
        entries.AddRange(
            entries
                .Where(entry => entry is { Kind: "disbursement", Reverses: null })
                .Where(sent => !entries.Exists(entry => entry.Reverses == sent.SourceId))
                .Select(entry =>
                    entry with
                    {
                        Kind = "receipt",
                        SourceId = $"receipt-{entry.SourceId}",
                        RefersTo = entry.SourceId,
                    }
                )
                .ToList()
        );
        var balance = entries
            .Where(entry => entry is { Batch: < 99, ClearedOn: not null } && entry.ClearedOn < new DateOnly(2020, 1, 1))
            .Sum(InFund);
        return new() { Entries = entries, Balances = [new ReferenceBalance(1, new(2019, 8, 31), balance)] };
    }

    private static long InFund(DraftEntry entry) =>
        entry.Kind switch
        {
            "gift" or "interest" or "other_income" or "return" => entry.BaseMinor,
            "gift_refund" or "chargeback" or "processor_fee" or "bank_charge" or "disbursement" => -entry.BaseMinor,
            _ => 0,
        };

    private void Passes(DraftLedger draft) => Assert.That(Broken(draft), Is.Empty);

    private void Fails(string gate, string subject, long amount, DraftLedger draft) =>
        Assert.That(Broken(draft), Is.EqualTo((string[])[$"{gate} {subject} {amount}"]));

    private List<string> Broken(DraftLedger draft) =>
        [
            .. Run(draft)
                .Where(gate => gate.Outcome == GateOutcome.Failed)
                .SelectMany(gate => gate.Violations.Select(one => $"{gate.Id} {one.Subject} {one.AmountMinor}")),
        ];

    private IReadOnlyList<GateResult> Run(DraftLedger draft, IReadOnlySet<string>? told = null)
    {
        _ledger.Fill(draft);
        var scope = new MetricScope(TestFunds.Plain, new(2019, 12, 31), 10);
        var kinds = told ?? LedgerKinds.All.ToHashSet(StringComparer.Ordinal);
        using var run = new MetricRun(_ledger.Store, scope);
        var bySql = new HardGates(run, kinds).Run();
        Assert.That(
            GateLines.Of(bySql),
            Is.EqualTo(GateLines.Of(new ReferenceGates(new(draft.ToReference(), scope, kinds)).Run())),
            "what is planted is seen both ways"
        );
        return bySql;
    }
}
