using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class InflowBoundariesTests
{
    private static readonly RowWriter Writer = new(new MetricScope(TestFunds.Plain, new DateOnly(2019, 12, 31), 1));
    private static readonly InflowEvidence Enough = new(10, 1000, 100, 100);

    [Test]
    public void A_quarter_whose_last_month_is_held_back_is_withheld()
    {
        var row = Quarter(Period.Quarter(2019, 3), Shown(7, 7), Shown(8, 8));
        Assert.That(
            (row.Text("status"), row.Integer("amount_minor"), row.Decimal("amount")),
            Is.EqualTo(("c", (long?)null, (decimal?)null))
        );
    }

    [Test]
    public void A_quarter_that_a_rolled_period_reaches_out_of_is_withheld() =>
        Assert.That(Quarter(Period.Quarter(2019, 3), Shown(7, 8), Shown(9, 10)).Text("status"), Is.EqualTo("c"));

    [Test]
    public void A_quarter_that_a_rolled_period_reaches_into_is_withheld() =>
        Assert.That(Quarter(Period.Quarter(2019, 4), Shown(9, 10), Shown(11, 12)).Text("status"), Is.EqualTo("c"));

    [Test]
    public void A_quarter_made_of_shown_periods_is_shown() =>
        Assert.That(
            Quarter(Period.Quarter(2019, 3), Shown(7, 8), Shown(9, 9)).Integer("amount_minor"),
            Is.EqualTo(3000)
        );

    [Test]
    public void A_first_quarter_may_begin_with_the_first_gift() =>
        Assert.That(Quarter(Period.Quarter(2019, 3), Shown(8, 9)).Integer("amount_minor"), Is.EqualTo(3000));

    [Test]
    public void Without_the_monthly_table_no_quarter_is_shown() =>
        Assert.That(Quarter(Period.Quarter(2019, 3)).Text("status"), Is.EqualTo("c"));

    [Test]
    public void What_people_gave_in_a_year_with_a_held_month_is_withheld() =>
        Assert.That(Year("individuals", "received", Shown(7, 11)).Text("status"), Is.EqualTo("c"));

    [Test]
    public void What_people_pledged_is_withheld() =>
        Assert.That(Year("individuals", "pledged", Shown(7, 12)).Text("status"), Is.EqualTo("c"));

    [Test]
    public void What_an_organisation_gave_is_exact() =>
        Assert.That(Year("organisation", "received", Shown(7, 11)).Integer("amount_minor"), Is.EqualTo(3000));

    [Test]
    public void No_sum_of_shown_figures_tells_a_held_month()
    {
        // July and August are shown with 1,000 each; September, of three givers, is not. The planted twin is the quarter itself:
        // were it shown, 3,000 less what is shown would be September to the cent.
        var shown = new[] { Shown(7, 7), Shown(8, 8) };
        var quarter = Quarter(Period.Quarter(2019, 3), shown);
        Assert.That(quarter.Integer("amount_minor"), Is.Null);
    }

    private static RawRow Shown(int first, int last)
    {
        var (from, to) = (Period.Month(2019, first), Period.Month(2019, last));
        var context = new FigureContext("ok", to.End, RowWriter.OneSource);
        return Writer.Amount([to.Code, from.Start, to.End, "received"], 1000, context) with { Evidence = Enough };
    }

    private static TableRow Quarter(Period quarter, params RawRow[] months)
    {
        var context = new FigureContext("ok", quarter.End, RowWriter.OneSource);
        var row = Writer.Amount([quarter.Code, quarter.Start, quarter.End, "received"], 3000, context);
        return Apply(new RawTable(PublishedTables.MoneyByQuarter, [row]), months);
    }

    private static TableRow Year(string giverKind, string measure, params RawRow[] months)
    {
        var year = Period.Year(2019);
        var context = new FigureContext("ok", year.End, RowWriter.OneSource);
        var row = Writer.Amount([giverKind, giverKind, year.Code, year.Start, year.End, measure], 3000, context);
        return Apply(new RawTable(PublishedTables.Contributions, [row]), months);
    }

    private static TableRow Apply(RawTable table, RawRow[] months)
    {
        var boundaries = InflowBoundaries.From([new RawTable(PublishedTables.MoneyByMonth, months)]);
        return new DisclosureControl(TestFunds.Plain, DisclosurePolicy.Default, boundaries)
            .Apply(table)
            .Table.Rows.Single();
    }
}
