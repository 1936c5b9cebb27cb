using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Core.Metrics.Register;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>Gate "register": what two sides do not agree on stops the release by name, unless it is explained or on its way.</summary>
[TestFixture]
internal sealed class RegisterGateTests
{
    private static readonly DateOnly Day = new(2019, 8, 10);

    private static readonly MetricScope Scope = new(TestFunds.Plain, new(2019, 12, 31), LastBatch: 10);

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = new TestLedger();

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void Two_sides_that_agree_pass_and_leave_no_row()
    {
        Assert.That(Open(Books()), Is.Empty);
        Assert.That(Rows(Books()), Is.Empty);
    }

    [Test]
    public void A_receipt_one_cent_lower_stops_the_release_and_is_named() =>
        Assert.That(
            Open(Change(Books(), "receipt", entry => entry with { BaseMinor = entry.BaseMinor - 1 })),
            Is.EqualTo((string[])[$"receipt/disbursement/{TestFunds.Partner}/sent/amount_differs -1"])
        );

    [Test]
    public void A_transfer_without_a_receipt_stops_the_release() =>
        Assert.That(Open(Without(Books(), "receipt")), Has.Exactly(1).Contains("missing_receipt -3000"));

    [Test]
    public void Two_receipts_of_half_a_transfer_add_up_and_still_stop_the_release()
    {
        var books = Change(Books(), "receipt", entry => entry with { BaseMinor = 1500 });
        books = books with { Entries = [.. books.Entries, Entry("receipt", 1500, "second", "sent")] };
        Assert.That(Open(books), Has.Exactly(1).Contains("several_receipts 0"));
    }

    [Test]
    public void Another_partner_s_receipt_confirms_nothing()
    {
        var open = Open(Change(Books(), "receipt", entry => entry with { Organisation = TestFunds.OtherPartner }));
        Assert.That(open, Has.Exactly(1).Contains("missing_receipt").And.Exactly(1).Contains("receipt_without_"));
    }

    [Test]
    public void A_transfer_taken_back_needs_no_receipt()
    {
        var books = Without(Books(), "receipt");
        var sent = books.Entries.Single(entry => entry.Kind == "disbursement");
        Assert.That(
            Open(books with { Entries = [.. books.Entries, sent.TakenBack(1) with { SourceId = "undone" }] }),
            Has.None.Contains("receipt/")
        );
    }

    [Test]
    public void One_cent_in_the_processor_s_report_stops_the_release_as_a_sum_without_the_gift() =>
        Assert.That(
            Open(ChangeLine(Books(), "gift", line => line with { BaseMinor = line.BaseMinor + 1 })),
            Is.EqualTo((string[])["processor/gifts/2019-07-01 1"])
        );

    [Test]
    public void A_gift_that_the_report_has_twice_is_one_difference_of_its_amount()
    {
        var books = Books();
        var gift = books.AccountLines.Single(line => line.Kind == "gift");
        books = books with { AccountLines = [.. books.AccountLines, gift with { SourceId = "again" }] };
        Assert.That(Open(books), Is.EqualTo((string[])["processor/gifts/2019-07-01 10000"]));
    }

    [Test]
    public void A_transfer_that_the_bank_booked_lower_stops_the_release() =>
        Assert.That(
            Open(ChangeLine(Books(), "payment", line => line with { BaseMinor = -2999 })),
            Is.EqualTo((string[])[$"bank/disbursement/{TestFunds.Partner}/sent/amount_differs 1"])
        );

    [Test]
    public void A_payout_that_never_reached_the_bank_stops_the_release()
    {
        var books = Books();
        Assert.That(
            Open(
                books with
                {
                    AccountLines =
                    [
                        .. books.AccountLines.Where(line => !(line is { Account: "bank", Kind: "payout" })),
                    ],
                }
            ),
            Is.EqualTo((string[])["payout/payouts/2019-07-01 -500"])
        );
    }

    [Test]
    public void A_bank_line_that_the_books_have_not_stops_the_release()
    {
        var books = Books();
        var stray = books.AccountLines[^1] with { SourceId = "stray", RefersTo = null, Kind = null, BaseMinor = -7 };
        Assert.That(
            Open(books with { AccountLines = [.. books.AccountLines, stray] }),
            Is.EqualTo((string[])["bank/unknown/2019-07-01 -7"])
        );
    }

    [Test]
    public void An_explained_difference_passes_and_stands_in_the_register()
    {
        var books = Change(Books(), "receipt", entry => entry with { BaseMinor = 2985 });
        books = books with { Explanations = [new(1, "receipt", "sent", -15) { Owner = "bank", Code = "bank_fee" }] };
        Assert.That(Open(books), Is.Empty);
        var row = Rows(books).Single();
        Assert.That(
            (row.Item, row.AmountMinor, row.State, row.Owner, row.Explanation, row.AgeBand, row.LagDays),
            Is.EqualTo(("sent", -15L, "explained", "bank", "bank_fee", "91-180", (long?)2))
        );
    }

    [Test]
    public void An_explanation_of_another_amount_explains_nothing()
    {
        var books = Change(Books(), "receipt", entry => entry with { BaseMinor = 2984 });
        books = books with { Explanations = [new(1, "receipt", "sent", -15)] };
        Assert.That(Open(books), Has.Exactly(1).Contains("amount_differs -16"));
    }

    [Test]
    public void A_difference_that_was_explained_and_is_gone_is_settled()
    {
        var books = Books() with { Explanations = [new(1, "receipt", "sent", -15)] };
        Assert.That(Open(books), Is.Empty);
        Assert.That((Rows(books).Single().State, Rows(books).Single().AmountMinor), Is.EqualTo(("resolved", 0L)));
    }

    [Test]
    public void A_partner_that_spent_one_cent_more_than_it_was_sent_stops_the_release_until_it_is_explained()
    {
        var books = Books();
        var spent = Entry("expenditure", 3000, "spent") with { Organisation = TestFunds.Partner };
        var more = spent with { SourceId = "more", BaseMinor = 1, ClearedOn = new(2019, 11, 3) };
        Assert.That(Open(books with { Entries = [.. books.Entries, spent] }), Is.Empty);
        books = books with { Entries = [.. books.Entries, spent, more] };
        Assert.That(
            Open(books),
            Is.EqualTo(
                (string[])[$"partner_balance/spending/{TestFunds.Partner}/{TestFunds.Partner}/spent_beyond_sent 1"]
            )
        );
        var row = Rows(books).Single();
        Assert.That(
            (row.Item, row.Owner, row.State, row.QuarterStart, row.AgeBand),
            Is.EqualTo((TestFunds.Partner, "partner", "open", new DateOnly(2019, 10, 1), "91-180"))
        );
        books = books with
        {
            Explanations =
            [
                new(1, "partner_balance", TestFunds.Partner, 1) { Owner = "fund", Code = "own_money_first" },
            ],
        };
        Assert.That(Open(books), Is.Empty);
        Assert.That((Rows(books).Single().State, Rows(books).Single().Owner), Is.EqualTo(("explained", "fund")));
    }

    [Test]
    public void What_a_partner_spent_in_a_quarter_that_is_not_closed_is_not_told_yet()
    {
        var books = Books();
        var spent = Entry("expenditure", 9000, "spent") with { Organisation = TestFunds.Partner };
        books = books with { Entries = [.. books.Entries, spent with { ClearedOn = new(2020, 2, 1) }] };
        _ledger.Fill(books);
        using var run = new MetricRun(_ledger.Store, Scope with { CutOff = new(2020, 2, 28) });
        Assert.That(new DifferenceRegister().BySql(run), Is.Empty);
    }

    [TestCase(5, "in_transit")]
    [TestCase(6, "open")]
    public void A_transfer_is_on_its_way_for_five_days(int days, string state)
    {
        var sent = Entry("disbursement", 100, "late") with { ClearedOn = Scope.StatementDay.AddDays(-days) };
        var books = Books();
        var row = Rows(books with { Entries = [.. books.Entries, sent] }).Single(one => one.Match == "receipt");
        Assert.That((row.State, row.AgeBand, row.AmountMinor), Is.EqualTo((state, "0-30", -100L)));
    }

    [Test]
    public void What_is_before_the_first_line_of_an_account_is_not_missed_there()
    {
        var books = Books();
        var early = Entry("interest", 5, "early") with { ClearedOn = new(2019, 8, 1) };
        Assert.That(Open(books with { Entries = [.. books.Entries, early] }), Is.Empty);
        var later = early with { ClearedOn = new(2019, 8, 20) };
        Assert.That(
            Open(books with { Entries = [.. books.Entries, later] }),
            Is.EqualTo((string[])["bank/costs_and_income/2019-07-01 -5"])
        );
    }

    [Test]
    public void A_fund_that_tells_no_other_side_is_not_checked()
    {
        _ledger.Fill(Books());
        var told = new HashSet<string>(["gift", "disbursement"], StringComparer.Ordinal);
        using var run = new MetricRun(_ledger.Store, Scope);
        var gate = new HardGates(run, told).Run().Single(one => one.Id == "register");
        Assert.That(gate.Outcome, Is.EqualTo(GateOutcome.NotChecked));
    }

    /// <summary>The planted bug of each match: sides joined line by line and not by their sums multiply what is there twice.</summary>
    [TestCase("gift")]
    [TestCase("payment")]
    [TestCase("payout")]
    public void A_join_that_multiplies_would_be_seen(string kind)
    {
        var books = Books();
        var line = books.AccountLines.Last(one => one.Kind == kind);
        var half = line with { BaseMinor = line.BaseMinor / 2 };
        books = books with
        {
            AccountLines =
            [
                .. books.AccountLines.Where(one => one != line),
                half,
                half with
                {
                    SourceId = "second half",
                },
            ],
        };
        Assert.That(Open(books), Is.Empty, "two lines of one reference are one item");
        const string joined = """
            SELECT count(*) AS rows FROM account_line AS first
            INNER JOIN account_line AS second ON second.refers_to = first.refers_to AND second.account = first.account
            """;
        Assert.That(
            _ledger.Store.Query("twin", joined, row => row.Integer("rows")).Single(),
            Is.GreaterThan(books.AccountLines.Count),
            "line by line they would be more"
        );
    }

    [TestCase(9, "inflow-withheld")]
    [TestCase(10, "enough-givers")]
    public void A_sum_over_people_is_shown_only_with_ten_of_them(int people, string decision)
    {
        var gifts = Enumerable
            .Range(0, people)
            .Select(number =>
                Entry("gift", 100, $"gift-{number}") with
                {
                    Donor = new Guid(number + 1, 0, 0, new byte[8]),
                }
            );
        var books = Books();
        var raw = Raw(books with { Entries = [.. books.Entries, .. gifts] });
        var control = new DisclosureControl(TestFunds.Plain, DisclosurePolicy.Default, InflowBoundaries.From([]));
        var controlled = control.Apply(raw);
        var row = controlled.Table.Rows.Single();
        Assert.That(controlled.Decisions.Single(), Is.EqualTo(decision));
        Assert.That(row.Integer("amount_minor"), Is.EqualTo(people < 10 ? null : -100L * people));
        Assert.That(row["item"], Is.Null, "a gift is never named");
    }

    [Test]
    public void A_sum_over_people_without_evidence_is_never_let_out()
    {
        var books = Books();
        var raw = Raw(books with { Entries = [.. books.Entries, Entry("gift", 100, "gift")] });
        var bare = new RawTable(raw.Schema, [.. raw.Rows.Select(row => row with { Evidence = null })]);
        var control = new DisclosureControl(TestFunds.Plain, DisclosurePolicy.Default, InflowBoundaries.From([]));
        Assert.That(() => control.Apply(bare), Throws.TypeOf<UncontrolledTableException>());
    }

    private static DraftEntry Entry(string kind, long amount, string id, string? refersTo = null) =>
        new(kind, amount, kind == "receipt" ? Day.AddDays(2) : Day)
        {
            SourceId = id,
            RefersTo = refersTo,
            Organisation = kind is "disbursement" or "receipt" ? TestFunds.Partner : null,
        };

    private static ReferenceAccountLine Line(string account, string kind, long minor, string reference) =>
        new()
        {
            Batch = 1,
            SourceId = $"{account}-{kind}",
            Account = account,
            BookedOn = Day,
            BaseMinor = minor,
            Kind = kind,
            RefersTo = reference,
        };

    private static DraftLedger Books() =>
        new()
        {
            Entries =
            [
                Entry("gift", 10_000, "txn"),
                Entry("processor_fee", 320, "fee", "txn"),
                Entry("disbursement", 3000, "sent"),
                Entry("receipt", 3000, "received", "sent"),
            ],
            AccountLines =
            [
                Line("processor", "gift", 10_000, "txn"),
                Line("processor", "processor_fee", -320, "txn"),
                Line("processor", "payout", -500, "po-1"),
                Line("bank", "payout", 500, "po-1"),
                Line("bank", "payment", -3000, "sent"),
            ],
            Tells = [.. LedgerKinds.All, .. LedgerKinds.OfAccounts],
        };

    private static DraftLedger Change(DraftLedger books, string kind, Func<DraftEntry, DraftEntry> change) =>
        books with
        {
            Entries = [.. books.Entries.Select(entry => entry.Kind == kind ? change(entry) : entry)],
        };

    private static DraftLedger Without(DraftLedger books, string kind) =>
        books with
        {
            Entries = [.. books.Entries.Where(entry => entry.Kind != kind)],
        };

    private static DraftLedger ChangeLine(
        DraftLedger books,
        string kind,
        Func<ReferenceAccountLine, ReferenceAccountLine> change
    ) => books with { AccountLines = [.. books.AccountLines.Select(line => line.Kind == kind ? change(line) : line)] };

    private List<string> Open(DraftLedger books)
    {
        _ledger.Fill(books);
        using var run = new MetricRun(_ledger.Store, Scope);
        var gates = new HardGates(run, books.Tells.ToHashSet(StringComparer.Ordinal)).Run();
        var register = gates.Single(gate => gate.Id == "register");
        return [.. register.Violations.Select(one => $"{one.Subject} {one.AmountMinor}")];
    }

    private List<RegisterSum> Rows(DraftLedger books)
    {
        _ledger.Fill(books);
        using var run = new MetricRun(_ledger.Store, Scope);
        return [.. new DifferenceRegister().BySql(run).Cast<RegisterSum>()];
    }

    private RawTable Raw(DraftLedger books)
    {
        var context = new TableContext(Scope, new HashSet<string>(), new ReportingCoverage([]));
        return new DifferenceRegister().Tables([.. Rows(books)], context).Single();
    }
}
