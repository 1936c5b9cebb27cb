using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Metrics;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>Lost draws, an empty budget, and counts that are none of ours.</summary>
[TestFixture]
internal sealed class NoisyCountRefusalTests
{
    private static readonly DateOnly EndOfYear = new(2019, 12, 31);

    [Test]
    public void A_lost_draw_is_a_gap_that_stays_and_the_next_quarter_is_drawn()
    {
        var desk = new CountDesk();
        desk.Burn(PublishedTables.EnrolmentsByOrganisation, "2019-Q2");
        foreach (var _ in new[] { "first", "retry" })
        {
            var table = desk.Draw(CountDesk.Of(TestFunds.Partner, 40, 50, 60, 70), EndOfYear);
            var lost = table.Table.Rows.Where(row => row.Text("quarter") == "2019-Q2").ToList();
            Assert.Multiple(() =>
            {
                Assert.That(lost, Has.Count.EqualTo(CountDesk.Fund.Organisations.Count));
                Assert.That(lost.Select(row => row.Text("status")), Is.All.EqualTo("x"));
                foreach (var column in new[] { "value", "low", "high" })
                {
                    Assert.That(lost.Select(row => row.Integer(column)), Is.All.Null);
                }

                Assert.That(lost.Select(row => row.Text("precision")), Is.All.Empty);
                Assert.That(table.Decisions.Count(word => word == NoisyCounts.Lost), Is.EqualTo(lost.Count));
                Assert.That(
                    table
                        .Table.Rows.Where(row => row.Text("status") == "n")
                        .Select(row => row.Text("quarter"))
                        .Distinct(),
                    Is.EquivalentTo((string[])["2019-Q1", "2019-Q3", "2019-Q4"])
                );
                Assert.That(desk.Reserves(PublishedTables.EnrolmentsByOrganisation), Is.EqualTo(4));
            });
        }
    }

    [Test]
    public void A_lost_draw_ends_the_series_to_date()
    {
        var desk = new CountDesk();
        _ = desk.Draw(CountDesk.ToDate(1, 2), new DateOnly(2019, 2, 28));
        desk.Burn(PublishedTables.EnrolmentsToDate, "2019-03");
        var table = desk.Draw(CountDesk.ToDate(1, 2, 3, 4, 5), new DateOnly(2019, 5, 31));

        Assert.That(
            table.Table.Rows.Select(row => row.Text("month")),
            Is.EquivalentTo((string[])["2019-01", "2019-02"])
        );
        Assert.That(desk.Reserves(PublishedTables.EnrolmentsToDate), Is.EqualTo(3), "nothing is drawn after it");
    }

    [Test]
    public void When_the_budget_is_used_up_the_series_ends_and_nothing_is_drawn()
    {
        var desk = new CountDesk();
        desk.Exhaust(BudgetUnits.HouseholdOrganisation);
        var toDate = desk.Draw(CountDesk.ToDate(1, 2, 3), EndOfYear);
        var byQuarter = desk.Draw(CountDesk.Of(TestFunds.Partner, 40), EndOfYear);
        var donors = desk.Draw(new(PublishedTables.NewDonorsByBand, []), EndOfYear);

        Assert.Multiple(() =>
        {
            Assert.That(toDate.Table.Rows, Is.Empty);
            Assert.That(byQuarter.Table.Rows, Is.Empty);
            Assert.That(desk.Reserves(PublishedTables.EnrolmentsToDate), Is.Zero);
            Assert.That(donors.Table.Rows, Is.Not.Empty, "donors have a budget of their own");
        });
    }

    [TestCase("ok")]
    [TestCase("n")]
    public void A_count_that_is_not_from_the_list_is_refused_and_its_period_is_lost(string status)
    {
        var desk = new CountDesk();
        var today = CountDesk.One(
            PublishedTables.EnrolmentsByOrganisation,
            Period.Quarter(2019, 1),
            TestFunds.Partner,
            40,
            status
        );

        Assert.That(() => desk.Draw(today, EndOfYear), Throws.TypeOf<UncontrolledTableException>());
        AssertOneIsLost(desk, today.Schema, "2019-Q1");
    }

    [Test]
    public void A_count_in_no_cell_of_the_plan_is_refused_and_its_period_is_lost()
    {
        RawTable[] strangers =
        [
            CountDesk.Of("XI-TEST-9", 40),
            CountDesk.One(PublishedTables.NewDonorsByRegion, Period.Quarter(2019, 1), "ZZ", 40),
            CountDesk.One(PublishedTables.NewDonorsByBand, Period.Month(2019, 1), "planted", 40),
        ];
        foreach (var stranger in strangers)
        {
            var desk = new CountDesk();
            Assert.That(
                () => desk.Draw(stranger, EndOfYear),
                Throws.TypeOf<UncontrolledTableException>(),
                stranger.Schema.Id
            );
            AssertOneIsLost(desk, stranger.Schema, stranger.Schema.Has("month") ? "2019-01" : "2019-Q1");
        }
    }

    [Test]
    public void A_reader_that_tells_more_than_it_was_asked_for_is_refused()
    {
        var desk = new CountDesk();
        var all = CountDesk.Of(TestFunds.Partner, 40, 50);

        Assert.That(
            () => desk.Draw(all.Schema, (_, _) => all, EndOfYear),
            Throws.TypeOf<UncontrolledTableException>().With.Message.Contains("not paid for")
        );
    }

    private static void AssertOneIsLost(CountDesk desk, TableSchema schema, string period) =>
        Assert.Multiple(() =>
        {
            Assert.That(desk.Reserves(schema), Is.EqualTo(1), "a draw that fails is paid for");
            Assert.That(desk.Events.OfType<PeriodAbandoned>().Count(), Is.EqualTo(1));
            using var budget = desk.Open();
            Assert.That(budget.Find(schema.Id, period).Status, Is.EqualTo(PeriodStatus.Burnt));
        });

    [Test]
    public void A_cell_that_is_there_twice_is_refused()
    {
        var row = CountDesk.Of(TestFunds.Partner, 40).Rows[0];
        var twice = new RawTable(PublishedTables.EnrolmentsByOrganisation, [row, row]);

        Assert.That(() => new CountDesk().Draw(twice, EndOfYear), Throws.TypeOf<ArgumentException>());
    }

    [Test]
    public void An_older_ledger_is_refused_and_costs_nothing_so_that_the_right_one_can_go_on()
    {
        var desk = new CountDesk();
        _ = desk.Draw(CountDesk.ToDate(10, 20), new DateOnly(2019, 2, 28));
        foreach (
            var older in new[] { CountDesk.ToDate(10, 19, 30), CountDesk.ToDate(11, 20, 30), CountDesk.ToDate(10) }
        )
        {
            Assert.That(
                () => desk.Draw(older, new DateOnly(2019, 3, 31)),
                Throws.TypeOf<UncontrolledTableException>().With.Message.Contains("older ledger")
            );
        }

        Assert.That(desk.Reserves(PublishedTables.EnrolmentsToDate), Is.EqualTo(2));
        Assert.That(
            desk.Draw(CountDesk.ToDate(10, 20, 30), new DateOnly(2019, 3, 31)).Table.Rows,
            Has.Count.EqualTo(3)
        );
    }

    [Test]
    public void Where_nothing_may_be_drawn_what_was_drawn_is_shown()
    {
        var desk = new CountDesk();
        var drawn = CountDesk.Cells(desk.Draw(CountDesk.ToDate(10, 20), new DateOnly(2019, 2, 28)));
        var shown = desk.Show(PublishedTables.EnrolmentsToDate, new DateOnly(2019, 3, 31));

        Assert.That(CountDesk.Cells(shown), Is.EqualTo(drawn));
        Assert.That(desk.Reserves(PublishedTables.EnrolmentsToDate), Is.EqualTo(2));
    }

    [Test]
    public void Without_the_rule_of_counts_no_table_of_people_is_let_out()
    {
        var control = new DisclosureControl(CountDesk.Fund, DisclosurePolicy.Default, InflowBoundaries.From([]));

        Assert.That(() => control.Apply(CountDesk.ToDate(10)), Throws.TypeOf<UncontrolledTableException>());
    }
}
