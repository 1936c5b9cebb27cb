using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class LotQuartersTests
{
    private static readonly InflowEvidence Enough = new(10, 1000, 100, 100);
    private static readonly InflowEvidence Nobody = new(0, 0, 0, 0);
    private static readonly InflowEvidence Nine = Enough with { People = 9 };
    private static readonly string[] Shown = ["enough-givers", "enough-givers"];
    private static readonly string[] Withheld = ["lots-withheld", "lots-withheld"];

    private static readonly TableSchema[] Tables =
    [
        PublishedTables.GiftToDisbursement,
        PublishedTables.UndistributedAge,
        PublishedTables.Shortfalls,
    ];

    [TestCaseSource(nameof(Tables))]
    public void Bands_that_enough_people_stand_behind_are_shown(TableSchema schema) =>
        Assert.That(Decide(schema, Enough, Enough), Is.EqualTo(Shown));

    [TestCaseSource(nameof(Tables))]
    public void One_band_of_nine_people_withholds_the_whole_quarter(TableSchema schema) =>
        Assert.That(Decide(schema, Enough, Nine), Is.EqualTo(Withheld));

    [Test]
    public void One_large_gift_withholds_the_whole_quarter() =>
        Assert.That(Decide(PublishedTables.UndistributedAge, Enough, new(12, 1000, 950, 20)), Is.EqualTo(Withheld));

    [Test]
    public void Money_that_no_person_gave_hides_nobody() =>
        Assert.That(Decide(PublishedTables.UndistributedAge, Enough, Nobody), Is.EqualTo(Shown));

    [Test]
    public void A_band_below_zero_is_judged_like_others() =>
        Assert.That(Decide(PublishedTables.UndistributedAge, Enough, new(2, -500, -100, -400)), Is.EqualTo(Withheld));

    [Test]
    public void Another_quarter_is_not_withheld_with_it()
    {
        var table = Table(PublishedTables.UndistributedAge, (1, Nine), (1, Enough), (2, Enough), (2, Enough));
        Assert.That(Control(TestFunds.Plain, table).Decisions, Is.EquivalentTo((string[])[.. Withheld, .. Shown]));
    }

    /// <summary>The planted fault: two months shown as one, and a band that ends between them, would give away the first.</summary>
    [TestCase("undistributed_age", "lots-withheld")]
    [TestCase("gift_to_disbursement", "lots-withheld")]
    [TestCase("shortfalls", "enough-givers")]
    public void A_band_that_may_end_inside_months_shown_together_withholds_the_quarter(string table, string decision)
    {
        var months = Months(2019, 6, 18);
        var (second, third) = (Period.Month(2019, 10), Period.Month(2019, 11));
        var rolled = new RawTable(
            months.Schema,
            [.. months.Rows.Where((_, place) => place is not (4 or 5)), Inflow(second, third)]
        );
        var schema = PublishedTables.Find(table)!;
        Assert.That(
            Control(TestFunds.Plain, Table(schema, (1, Enough)), months).Decisions,
            Is.All.EqualTo("enough-givers")
        );
        Assert.That(Control(TestFunds.Plain, Table(schema, (1, Enough)), rolled).Decisions, Is.All.EqualTo(decision));
    }

    [Test]
    public void A_last_month_that_is_held_back_withholds_its_quarter() =>
        Assert.That(
            Control(
                TestFunds.Plain,
                Table(PublishedTables.UndistributedAge, (1, Enough)),
                Months(2019, 6, 9)
            ).Decisions,
            Is.All.EqualTo("lots-withheld")
        );

    [Test]
    public void A_withheld_band_has_no_amount()
    {
        var table = Table(PublishedTables.GiftToDisbursement, (1, Enough), (1, Nine));
        var rows = Control(TestFunds.Plain, table).Table.Rows;
        Assert.That(rows.Select(row => row.Text("status")), Is.All.EqualTo("c"));
        Assert.That(rows.Select(row => row["amount_minor"] ?? row["amount"]), Is.All.Null);
    }

    /// <summary>The planted fault: only the band itself withheld, the rest of the quarter shown.</summary>
    [Test]
    public void A_band_withheld_alone_could_be_had_by_subtraction_and_a_whole_quarter_cannot()
    {
        (int Quarter, InflowEvidence? Givers)[] bands = [(1, Enough), (1, Nine), (1, Enough)];
        var raw = Table(PublishedTables.UndistributedAge, bands);
        var total = raw.Rows.Sum(Amount);
        var alone = raw.Rows.Zip(bands, (row, band) => (long?)(band.Givers == Nine ? null : Amount(row))).ToList();
        Assert.That(Recovered(total, alone), Is.EqualTo(Nine.AmountMinor));
        var whole = Control(TestFunds.Plain, raw).Table.Rows.Select(row => row.Integer("amount_minor")).ToList();
        Assert.That(Recovered(total, whole), Is.Null);
    }

    [Test]
    public void A_public_source_is_shown_as_published() =>
        Assert.That(
            Control(TestFunds.FromPublicSources, Table(PublishedTables.Shortfalls, (1, Nine))).Decisions,
            Is.All.EqualTo("public-source")
        );

    [Test]
    public void A_band_without_evidence_stops_the_table() =>
        Assert.That(
            () => Control(TestFunds.Plain, Table(PublishedTables.Shortfalls, (1, null))),
            Throws.TypeOf<UncontrolledTableException>()
        );

    /// <summary>What a reader gets who knows a quarter's sum from another table: the one empty band, or nothing.</summary>
    private static long? Recovered(long total, List<long?> shown) =>
        shown.Count(amount => amount is null) == 1 ? total - shown.Sum(amount => amount ?? 0) : null;

    private static long Amount(RawRow row) =>
        (long)row.Cells[PublishedTables.UndistributedAge.IndexOf("amount_minor")]!;

    private static IReadOnlyList<string> Decide(TableSchema schema, params InflowEvidence[] bands) =>
        Control(TestFunds.Plain, Table(schema, [.. bands.Select(band => (1, (InflowEvidence?)band))])).Decisions;

    private static ControlledTable Control(FundDescription fund, RawTable table) =>
        Control(fund, table, Months(2019, 6, 18));

    private static ControlledTable Control(FundDescription fund, RawTable table, RawTable months) =>
        new DisclosureControl(fund, DisclosurePolicy.Default, InflowBoundaries.From([months])).Apply(table);

    /// <summary>A table of monthly gifts, each month alone.</summary>
    private static RawTable Months(int year, int month, int count) =>
        new(
            PublishedTables.MoneyByMonth,
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(place => Period.Of(PeriodGrain.Month, new DateOnly(year, month, 1).AddMonths(place)))
                    .Select(one => Inflow(one, one)),
            ]
        );

    private static RawRow Inflow(Period first, Period last) =>
        new RowWriter(new MetricScope(TestFunds.Plain, last.End, 1)).Amount(
            [last.Code, first.Start, last.End, "received"],
            100,
            new("ok", last.End, RowWriter.OneSource)
        );

    private static RawTable Table(TableSchema schema, params (int Quarter, InflowEvidence? Givers)[] bands) =>
        new(schema, [.. bands.Select((band, place) => Row(Period.Quarter(2020, band.Quarter), place, band.Givers))]);

    private static RawRow Row(Period quarter, int place, InflowEvidence? givers) =>
        new RowWriter(new MetricScope(TestFunds.Plain, quarter.End, 1)).Amount(
            [quarter.Code, quarter.Start, quarter.End, CodeLists.GiftAge.Codes[place].Value],
            givers?.AmountMinor ?? 1,
            new("ok", quarter.End, RowWriter.OneSource)
        ) with
        {
            Evidence = givers,
        };
}
