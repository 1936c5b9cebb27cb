using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure;

/// <summary>A hostile reader subtracts two releases between which one gift, refund or fee of a published period was told.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class LateInflowsTests(EngineKind engine)
{
    private const long Late = 77_77;
    private const int DonorsOfMonth = 12;
    private static readonly DateOnly EndOfSeptember = new(2019, 9, 30);
    private static readonly DateOnly EndOfYear = new(2019, 12, 31);
    private static readonly IReadOnlyList<DateOnly> Months =
    [
        .. Enumerable.Range(0, 6).Select(month => new DateOnly(2019, 7, 10).AddMonths(month)),
    ];

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void One_late_gift_is_no_difference_of_two_releases_in_any_table_by_period()
    {
        var late = Gift(999, Months[1], Late) with { Batch = 2 };
        DraftEntry[] fee =
        [
            new("processor_fee", 256, Months[1])
            {
                Batch = 2,
                SourceId = "f",
                RefersTo = "999",
            },
        ];
        var first = Publish(EndOfSeptember, Known());
        var published = Of(EndOfSeptember, first);
        var second = Publish(EndOfYear, [.. Known(), .. More(), late, .. fee], published);
        Assert.Multiple(() =>
        {
            Assert.That(
                ByPeriod(first).Select(line => line.Split('|')[0]).Distinct(),
                Is.SupersetOf((string[])["money_by_month", "money_by_quarter", "earmarking", "undistributed_age"]),
                "the first release shows something in each of these"
            );
            Assert.That(ByPeriod(second), Is.EquivalentTo(ByPeriod(first)));
            Assert.That(Month(second, "2019-10", "received"), Is.EqualTo((DonorsOfMonth * 10_00) + Late));
            Assert.That(Statement(second, "contributions"), Is.EqualTo((6 * DonorsOfMonth * 10_00) + Late));
            Assert.That(
                Received(second),
                Is.EqualTo(Statement(second, "contributions")),
                "months add up to the statement"
            );
            Assert.That(Statement(second, "processor_fees"), Is.EqualTo(256));
        });

        // The planted twin: without what the first release showed, the gift is the difference.
        var forgotten = Publish(EndOfYear, [.. Known(), .. More(), late, .. fee], published with { Inflows = [] });
        Assert.That(Month(forgotten, "2019-08", "received") - Month(first, "2019-08", "received"), Is.EqualTo(Late));
        Assert.That(ByPeriod(forgotten), Is.Not.EquivalentTo(ByPeriod(first)));
    }

    [Test]
    public void A_late_gift_that_is_most_of_its_month_waits_with_it()
    {
        const long most = 2_000_00;
        var published = Of(EndOfSeptember, Publish(EndOfSeptember, Known()));
        var second = Publish(
            EndOfYear,
            [.. Known(), .. More(), Gift(999, Months[1], most) with { Batch = 2 }],
            published
        );
        Assert.That(
            Inflows(second, "received"),
            Is.EqualTo((string[])["2019-07 12000", "2019-08 12000", "2019-09 12000", "2019-11 224000", "2019-12 12000"])
        );
    }

    [Test]
    public void Late_gifts_do_not_put_published_months_together_otherwise()
    {
        DraftEntry[] known = [.. Gifts(0, 12), .. Gifts(1, 4), .. Gifts(2, 8)];
        var first = Publish(EndOfSeptember, known);
        Assert.That(Inflows(first, "received"), Is.EqualTo((string[])["2019-07 12000", "2019-09 12000"]));
        DraftEntry[] all = [.. known, .. Gifts(1, 8, batch: 2, number: 500), .. Gifts(3, 12, batch: 2)];
        var second = Publish(new(2019, 10, 31), all, Of(EndOfSeptember, first));
        Assert.That(
            Inflows(second, "received"),
            Is.EqualTo((string[])["2019-07 12000", "2019-09 12000", "2019-10 20000"])
        );

        // The planted twin: August now has givers enough to stand alone, and September is the difference.
        Assert.That(
            Inflows(Publish(new(2019, 10, 31), all), "received"),
            Is.EqualTo((string[])["2019-07 12000", "2019-08 12000", "2019-10 20000"])
        );
    }

    [TestCase("gift_refund", "refunded", "gift_refunds")]
    [TestCase("chargeback", "charged_back", "chargebacks")]
    public void A_late_refund_waits_until_enough_others_had_theirs(string kind, string measure, string line)
    {
        DraftEntry[] known = [.. Known(), .. Enumerable.Range(0, 10).Select(giver => Back(kind, giver, Months[0]))];
        var first = Publish(EndOfSeptember, known);
        Assert.That(Inflows(first, measure), Is.EqualTo((string[])["2019-07 1000"]));
        var late = Back(kind, 100, Months[0]) with { Batch = 2, BaseMinor = 3_00 };
        var published = Of(EndOfSeptember, first);
        var second = Publish(EndOfYear, [.. known, .. More(), late], published);
        Assert.Multiple(() =>
        {
            Assert.That(Inflows(second, measure), Is.EqualTo(Inflows(first, measure)));
            Assert.That(ByPeriod(second), Is.EquivalentTo(ByPeriod(first)));
            Assert.That(Statement(second, line), Is.EqualTo(13_00));
            Assert.That(
                Inflows(Publish(EndOfYear, [.. known, .. More(), late]), measure),
                Has.Member("2019-07 1300"),
                "the planted twin"
            );
        });
    }

    [Test]
    public void What_a_second_release_showed_binds_the_third_and_a_cut_off_moved_back_shows_nothing_new()
    {
        var first = Publish(EndOfSeptember, Known());
        List<PublishedCutOff> published = [Of(EndOfSeptember, first)];
        DraftEntry[] all = [.. Known(), .. More(), Gift(999, Months[1], Late) with { Batch = 2 }];
        var second = Publish(EndOfYear, all, [.. published]);
        published.Add(Of(EndOfYear, second) with { LastBatch = 2 });
        all =
        [
            .. all,
            Gift(998, Months[3], Late) with
            {
                Batch = 3,
            },
            .. Gifts(5, 12, batch: 3, number: 800, monthsLater: 1),
        ];
        var third = Publish(new(2020, 1, 31), all, [.. published]);
        Assert.Multiple(() =>
        {
            Assert.That(Inflows(third, "received").SkipLast(1), Is.EqualTo(Inflows(second, "received")));
            Assert.That(Inflows(third, "received")[^1], Is.EqualTo($"2020-01 {12_000 + Late}"));
            Assert.That(
                Inflows(Publish(new(2019, 11, 30), all, [.. published]), "received"),
                Is.EqualTo(Inflows(second, "received").SkipLast(1))
            );
        });
    }

    [Test]
    public void A_published_month_that_would_change_stops_the_release()
    {
        var shown = Of(EndOfSeptember, Publish(EndOfSeptember, Known()));
        var other = shown with
        {
            Inflows = [.. shown.Inflows.Select(one => one with { AmountMinor = one.AmountMinor + 1 })],
        };
        var regrouped = shown with
        {
            Inflows = [.. shown.Inflows, shown.Inflows[0] with { End = shown.Inflows[0].End.AddDays(31) }],
        };
        foreach (var before in (PublishedCutOff[])[other, regrouped])
        {
            Assert.That(
                () => Publish(EndOfSeptember, Known(), before),
                Throws.TypeOf<FaultException>().With.Property("Fault").Property("Kind").EqualTo(Faults.InflowChanged)
            );
        }
    }

    private IReadOnlyList<PublishedTable> Publish(
        DateOnly cutOff,
        IReadOnlyList<DraftEntry> entries,
        params IReadOnlyList<PublishedCutOff> published
    )
    {
        _ledger.Fill(new DraftLedger { Entries = entries, Tells = LedgerKinds.All });
        var run = new FundBooks(_ledger.Store, DisclosurePolicy.Default) { Published = published }.Run(
            TestFunds.Plain,
            cutOff
        );
        return
        [
            .. FundPublication
                .Control(TestFunds.Plain, run.Tables, DisclosurePolicy.Default, run.Scope.Published)
                .Select(controlled => controlled.Table),
        ];
    }

    private static PublishedCutOff Of(DateOnly cutOff, IReadOnlyList<PublishedTable> tables) =>
        new PublishedCutOff(1, cutOff).Showing(tables);

    /// <summary>Every row of a period that was over at the end of September, whatever table shows it.</summary>
    private static IReadOnlyList<string> ByPeriod(IReadOnlyList<PublishedTable> tables) =>
        [
            .. tables
                .Where(table => table.Schema.Columns.Any(column => column.Name == "period_end"))
                .SelectMany(table =>
                    table
                        .Rows.Where(row => (DateOnly?)row["period_end"] <= EndOfSeptember)
                        .Select(row => $"{table.Schema.Id}|{string.Join('|', row.Cells.Select(Text))}")
                ),
        ];

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty;

    private static long? Month(IReadOnlyList<PublishedTable> tables, string month, string measure) =>
        Rows(tables, PublishedTables.MoneyByMonth)
            .Single(row => row.Text("month") == month && row.Text("measure") == measure)
            .Integer("amount_minor");

    private static IReadOnlyList<string> Inflows(IReadOnlyList<PublishedTable> tables, string measure) =>
        [
            .. Rows(tables, PublishedTables.MoneyByMonth)
                .Where(row => row.Text("measure") == measure)
                .Select(row => $"{row.Text("month")} {row.Integer("amount_minor")}"),
        ];

    private static long? Received(IReadOnlyList<PublishedTable> tables) =>
        Rows(tables, PublishedTables.MoneyByMonth)
            .Where(row => row.Text("measure") == "received")
            .Sum(row => row.Integer("amount_minor"));

    private static long? Statement(IReadOnlyList<PublishedTable> tables, string line) =>
        Rows(tables, PublishedTables.FundingStatus).Single(row => row.Text("line") == line).Integer("amount_minor");

    private static IReadOnlyList<TableRow> Rows(IReadOnlyList<PublishedTable> tables, TableSchema schema) =>
        tables.Single(table => table.Schema == schema).Rows;

    /// <summary>Gifts of July to September, and a payment to a partner.</summary>
    private static IReadOnlyList<DraftEntry> Known() =>
        [
            .. Gifts(0, DonorsOfMonth),
            .. Gifts(1, DonorsOfMonth),
            .. Gifts(2, DonorsOfMonth),
            new("allocation", 90_00, new(2019, 8, 20)) { SourceId = "award", Organisation = TestFunds.Partner },
            new("disbursement", 90_00, new(2019, 9, 20)) { SourceId = "paid", Organisation = TestFunds.Partner },
        ];

    /// <summary>Gifts of October to December, told with the second file.</summary>
    private static IReadOnlyList<DraftEntry> More() =>
        [.. Enumerable.Range(3, 3).SelectMany(month => Gifts(month, DonorsOfMonth, batch: 2))];

    private static IEnumerable<DraftEntry> Gifts(
        int month,
        int donors,
        int batch = 1,
        int number = 0,
        int monthsLater = 0
    ) =>
        Enumerable
            .Range((month * 100) + number, donors)
            .Select(giver => Gift(giver, Months[month].AddMonths(monthsLater)) with { Batch = batch });

    private static DraftEntry Gift(int giver, DateOnly day, long minor = 10_00) =>
        new("gift", minor, day)
        {
            SourceId = giver.ToString(CultureInfo.InvariantCulture),
            Donor = new Guid(giver, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
            GiverKind = "individual",
        };

    private static DraftEntry Back(string kind, int giver, DateOnly day) =>
        new(kind, 1_00, day) { SourceId = $"{kind}-{giver}", RefersTo = giver.ToString(CultureInfo.InvariantCulture) };
}
