using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Quantities;
using Impact.Core.Tests.Releases;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>Each cell of the plan is drawn once, ever, paid for, and shown whether anybody is in it or not.</summary>
[TestFixture]
internal sealed class NoisyCountsTests
{
    private static readonly FundDescription Fund = TestFunds.Plain with { Counting = new(new(2019, 8, 1)) };

    private static readonly CountPlan Plan = CountPlan.Of(Fund, DisclosurePolicy.Default)!;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Every_cell_is_there_for_a_fund_without_anybody_and_no_two_share_a_draw()
    {
        const int regions = 58;
        var rows = Apply(PublishedTables.NewDonorsByRegion, new(2029, 6, 30)).Table.Rows;
        Assert.That(CodeLists.DonorRegions, Has.Count.EqualTo(regions).And.Unique);
        Assert.That(rows, Has.Count.EqualTo(regions * 40), "forty quarters, all places");
        var values = rows.Select(row => row.Integer("value")!.Value).ToList();
        Assert.That(values.Distinct().Count(), Is.GreaterThan(8));
        Assert.That(values.Average(), Is.EqualTo(0).Within(6 * 2 / Math.Sqrt(values.Count)));
        Assert.That(
            rows.Select(row => row.Text("precision")),
            Has.All.EqualTo("not_reportable").Or.EqualTo("reportable")
        );
    }

    [Test]
    public void A_retry_shows_what_was_drawn_and_draws_nothing()
    {
        var first = Values(Apply(PublishedTables.EnrolmentsByOrganisation, new(2020, 6, 30), ("2019-Q4", 40)));
        var again = Values(Apply(PublishedTables.EnrolmentsByOrganisation, new(2020, 6, 30), ("2019-Q4", 4_000)));
        Assert.That(again, Is.EqualTo(first));
        Assert.That(Values(Stored(PublishedTables.EnrolmentsByOrganisation, new(2020, 6, 30))), Is.EqualTo(first));
        Assert.That(
            Stored(PublishedTables.EnrolmentsByOrganisation, new(2020, 9, 30)).Table.Rows,
            Has.Count.EqualTo(first.Count)
        );
    }

    [Test]
    public void A_series_to_date_adds_up_ends_after_its_months_and_its_intervals_widen()
    {
        var months = Period
            .Range(PeriodGrain.Month, new(2019, 8, 1), new(2022, 12, 31))
            .Select(month => (month.Code, 1_000L));
        var rows = Apply(PublishedTables.EnrolmentsToDate, new(2022, 12, 31), [.. months]).Table.Rows;
        Assert.That(rows, Has.Count.EqualTo(DisclosurePolicy.Default.MonthsToDate));
        for (var month = 0; month < rows.Count; month++)
        {
            // Six standard deviations of the last, widest month: σ = 4.56 times √2.07.
            Assert.That(rows[month].Integer("value"), Is.EqualTo(1_000 * (month + 1)).Within(40));
        }

        var widths = rows.Select(row => row.Integer("high") - row.Integer("low")).ToList();
        Assert.That(widths, Is.Ordered);
        Assert.That(rows.Select(row => row.Text("precision")), Has.All.EqualTo("reportable"));
    }

    [Test]
    public void A_month_that_counts_otherwise_than_when_it_was_drawn_stops_the_next_draw()
    {
        _ = Apply(PublishedTables.EnrolmentsToDate, new(2019, 9, 30), ("2019-08", 5), ("2019-09", 7));
        Assert.That(
            () =>
                Apply(
                    PublishedTables.EnrolmentsToDate,
                    new(2019, 10, 31),
                    ("2019-08", 5),
                    ("2019-09", 6),
                    ("2019-10", 1)
                ),
            Throws.TypeOf<UncontrolledTableException>()
        );
    }

    [Test]
    public void A_lost_draw_is_never_repeated()
    {
        Lose(PublishedTables.EnrolmentsByOrganisation, "2019-Q4");
        Lose(PublishedTables.EnrolmentsToDate, "2019-08");
        var rows = Apply(PublishedTables.EnrolmentsByOrganisation, new(2020, 3, 31)).Table.Rows;
        var lost = rows.Where(row => row.Text("quarter") == "2019-Q4").ToList();
        Assert.That(lost, Has.Count.EqualTo(Fund.Organisations.Count));
        Assert.That(
            lost.Select(row => (row.Integer("value"), row.Text("status"))),
            Has.All.EqualTo(((long?)null, "x"))
        );
        Assert.That(rows.Count(row => row.Text("status") == "n"), Is.EqualTo(2 * Fund.Organisations.Count));
        Assert.That(Apply(PublishedTables.EnrolmentsToDate, new(2020, 3, 31)).Table.Rows, Is.Empty);
    }

    [TestCase("ok", TestFunds.Partner)]
    [TestCase("c", "XI-NOBODY")]
    public void A_count_that_is_not_from_the_list_or_in_no_cell_is_refused(string status, string organisation)
    {
        var table = Table(PublishedTables.EnrolmentsByOrganisation, [("2019-Q3", 3)], status, organisation);
        Assert.That(() => Draw(table, new(2019, 9, 30)), Throws.TypeOf<UncontrolledTableException>());
    }

    private ControlledTable Apply(TableSchema schema, DateOnly cutOff, params (string Period, long Count)[] counts) =>
        Draw(Table(schema, counts, EnrolmentTables.AwaitsNoise, TestFunds.Partner), cutOff);

    private ControlledTable Draw(RawTable table, DateOnly cutOff) =>
        WithBudget(budget => new NoisyCounts(Plan, budget, cutOff) { MayDraw = true }.Apply(table));

    private ControlledTable Stored(TableSchema schema, DateOnly cutOff) =>
        WithBudget(budget => new NoisyCounts(Plan, budget, cutOff).Apply(new(schema, [])));

    private void Lose(TableSchema schema, string period) =>
        WithBudget(budget =>
        {
            var terms = Plan.Find(schema)!.Terms;
            Assert.That(budget.Declare(terms), Is.Null);
            budget.Abandon(budget.Reserve(terms, period).Reservation!);
            return 0;
        });

    private T WithBudget<T>(Func<BudgetLedger, T> work)
    {
        using var files = BudgetFiles.Take(_folder.Path);
        using var budget = BudgetLedger.Open(files, Plan.Budget, []);
        return work(budget);
    }

    private static RawTable Table(
        TableSchema schema,
        (string Period, long Count)[] counts,
        string status,
        string organisation
    ) =>
        new(
            schema,
            [
                .. counts.Select(count =>
                {
                    var cells = new object?[schema.Columns.Count];
                    cells[schema.IndexOf(schema.Has("month") ? "month" : "quarter")] = count.Period;
                    cells[schema.IndexOf("value")] = count.Count;
                    cells[schema.IndexOf("status")] = status;
                    if (schema.Has("organisation_id"))
                    {
                        cells[schema.IndexOf("organisation_id")] = organisation;
                    }

                    return new RawRow(cells);
                }),
            ]
        );

    private static List<long?> Values(ControlledTable table) =>
        [.. table.Table.Rows.Select(row => row.Integer("value"))];
}
