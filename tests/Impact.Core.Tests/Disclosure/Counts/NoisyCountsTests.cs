using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>What is drawn, and what is shown of it: every cell of the plan, once, near the true count.</summary>
[TestFixture]
internal sealed class NoisyCountsTests
{
    private static readonly DateOnly EndOfYear = new(2019, 12, 31);

    private static IEnumerable<string> Counted => PublishedTables.OfCounts.Select(table => table.Id);

    [Test]
    public void A_retry_shows_the_stored_result_whatever_is_counted_by_then()
    {
        var desk = new CountDesk();
        var first = CountDesk.Cells(desk.Draw(CountDesk.Of(TestFunds.Partner, 40, 50), EndOfYear));
        var again = CountDesk.Cells(desk.Draw(CountDesk.Of(TestFunds.Partner, 4_000, 5_000), EndOfYear));
        var stored = CountDesk.Cells(desk.Show(PublishedTables.EnrolmentsByOrganisation, EndOfYear));

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.Not.Empty);
            Assert.That(again, Is.EqualTo(first));
            Assert.That(stored, Is.EqualTo(first));
            Assert.That(
                desk.Reserves(PublishedTables.EnrolmentsByOrganisation),
                Is.EqualTo(4),
                "a quarter is drawn once"
            );
        });
    }

    [Test]
    public void A_longer_series_repeats_the_cells_before_it()
    {
        var desk = new CountDesk();
        var first = CountDesk.Cells(desk.Draw(CountDesk.ToDate(10, 20, 30), new DateOnly(2019, 3, 31)));
        var longer = CountDesk.Cells(desk.Draw(CountDesk.ToDate(10, 20, 30, 40, 50), new DateOnly(2019, 5, 31)));

        Assert.That(first, Has.Count.EqualTo(3));
        Assert.That(longer, Has.Count.EqualTo(5));
        Assert.That(longer.Take(3), Is.EqualTo(first));
        Assert.That(desk.Reserves(PublishedTables.EnrolmentsToDate), Is.EqualTo(5));
    }

    [TestCaseSource(nameof(Counted))]
    public void Every_cell_of_the_plan_is_there_for_every_closed_period_though_nobody_is_in_it(string id)
    {
        var schema = PublishedTables.Find(id)!;
        var series = new CountDesk().Plan.Find(schema)!;
        var empty = schema == PublishedTables.EnrolmentsToDate ? CountDesk.ToDate(new long[12]) : new(schema, []);
        var table = new CountDesk().Draw(empty, EndOfYear);
        var rows = table.Table.Rows;
        var periods = Period.Range(series.Grain, CountDesk.From, EndOfYear);

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(periods.Count * series.Parts.Count));
            Assert.That(rows.Select(row => string.Join('/', schema.Key.Select(key => row.Text(key)))), Is.Unique);
            Assert.That(rows.Select(row => row.Text("status")), Is.All.EqualTo("n"));
            Assert.That(rows.Select(row => row.Text("finality")), Is.All.EqualTo("final"));
            Assert.That(table.Decisions, Is.All.EqualTo(NoisyCounts.Noised));
            Assert.That(
                rows.Select(row => row.Integer("high") - row.Integer("value")),
                Is.EqualTo(rows.Select(row => row.Integer("value") - row.Integer("low"))).And.All.GreaterThan(0)
            );
        });
    }

    // Twenty standard deviations: chance does not reach them in the life of the universe, a cell in another's place does.
    [Test]
    public void Each_cell_is_near_its_own_count()
    {
        const int deviations = 20;
        var desk = new CountDesk();
        var third = Period.Quarter(2019, 3);
        foreach (
            var (schema, part) in new[]
            {
                (PublishedTables.EnrolmentsByOrganisation, TestFunds.OtherPartner),
                (PublishedTables.NewDonorsByRegion, "US-MS"),
            }
        )
        {
            var column = schema.Has("region") ? "region" : "organisation_id";
            var known = schema.Has("region") ? desk.Plan.Find(schema)!.Parts[24] : part;
            var table = desk.Draw(CountDesk.One(schema, third, known, 1_000_000), EndOfYear).Table;
            var most =
                deviations
                * Math.Ceiling(
                    Math.Sqrt(
                        (double)desk.Plan.Find(schema)!.Terms.Variance.Numerator
                            / (double)desk.Plan.Find(schema)!.Terms.Variance.Denominator
                    )
                );
            foreach (var row in table.Rows)
            {
                var count = row.Text("quarter") == third.Code && row.Text(column) == known ? 1_000_000 : 0;
                Assert.That(
                    Math.Abs(row.Integer("value")!.Value - count),
                    Is.LessThan(most),
                    $"{row.Text("quarter")} {row.Text(column)}"
                );
            }
        }
    }

    [Test]
    public void The_series_to_date_adds_the_months_up()
    {
        const int months = 12;
        var desk = new CountDesk();
        var table = desk.Draw(
            CountDesk.ToDate(Enumerable.Range(1, months).Select(month => month * 1_000_000L)),
            EndOfYear
        ).Table;
        var values = table
            .Rows.OrderBy(row => row.Text("month"), StringComparer.Ordinal)
            .Select(row => row.Integer("value")!.Value)
            .ToList();
        for (var month = 1; month <= months; month++)
        {
            Assert.That(
                values[month - 1],
                Is.EqualTo(month * (month + 1) / 2 * 1_000_000L).Within(10_000),
                $"month {month}"
            );
        }
    }

    [Test]
    public void The_twenty_fifth_month_is_not_drawn()
    {
        const int planned = 24;
        var desk = new CountDesk();
        var table = desk.Draw(CountDesk.ToDate(Enumerable.Repeat(5L, 27)), new DateOnly(2021, 3, 31));

        Assert.Multiple(() =>
        {
            Assert.That(table.Table.Rows, Has.Count.EqualTo(planned));
            Assert.That(table.Table.Rows.Max(row => row.Text("month")), Is.EqualTo("2020-12"));
            Assert.That(desk.Reserves(PublishedTables.EnrolmentsToDate), Is.EqualTo(planned));
        });
    }

    [Test]
    public void The_true_counts_of_the_months_to_date_go_with_the_last_month()
    {
        var desk = new CountDesk();
        var list = CountDesk.ToDate(Enumerable.Repeat(5L, 24));
        _ = desk.Draw(list, new DateOnly(2020, 11, 30));
        Assert.That(Frozen(desk).Count(), Is.EqualTo(23), "the series runs");
        var last = desk.Draw(list, new DateOnly(2020, 12, 31));

        Assert.That(Frozen(desk), Is.Empty);
        Assert.That(
            CountDesk.Cells(desk.Show(PublishedTables.EnrolmentsToDate, new DateOnly(2021, 3, 31))),
            Is.EqualTo(CountDesk.Cells(last)),
            "what is published needs none of them"
        );
    }

    [Test]
    public void After_a_crash_at_the_end_of_the_series_they_go_when_the_budget_is_opened()
    {
        var desk = new CountDesk();
        var list = CountDesk.ToDate(Enumerable.Repeat(5L, 24));
        _ = desk.Draw(list, new DateOnly(2020, 11, 30));
        var before = desk.Disk.Copy().Where(file => IsFrozen(file.Key)).ToList();
        _ = desk.Draw(list, new DateOnly(2020, 12, 31));
        before.ForEach(file => desk.Disk.Files[file.Key] = file.Value);
        Assert.That(Frozen(desk), Is.Not.Empty, "planted");
        desk.Open().Dispose();

        Assert.That(Frozen(desk), Is.Empty);
    }

    private static IEnumerable<string> Frozen(CountDesk desk) => desk.Disk.Files.Keys.Where(IsFrozen);

    private static bool IsFrozen(string name) => name.StartsWith("frozen/", StringComparison.Ordinal);

    [Test]
    public void A_table_without_a_share_is_not_shown_and_not_paid_for()
    {
        var policy = SamplePolicies.Read(policy =>
            policy["recipients"]!["shares"]!.AsObject().Remove("enrolments_to_date")
        );
        var desk = new CountDesk { Plan = CountPlan.Of(CountDesk.Fund, policy)! };

        Assert.That(desk.Draw(CountDesk.ToDate(5, 6), EndOfYear).Table.Rows, Is.Empty);
        Assert.That(desk.Events.OfType<SeriesOpened>(), Is.Empty);
    }

    [Test]
    public void A_fund_that_does_not_say_how_it_counts_or_is_known_from_public_sources_has_no_plan() =>
        Assert.Multiple(() =>
        {
            Assert.That(CountPlan.Of(TestFunds.Plain, DisclosurePolicy.Default), Is.Null);
            Assert.That(
                CountPlan.Of(
                    TestFunds.FromPublicSources with
                    {
                        Counting = new(CountDesk.From),
                    },
                    DisclosurePolicy.Default
                ),
                Is.Null
            );
        });

    [Test]
    public void What_all_tables_of_a_kind_of_people_cost_together_is_the_lifetime_budget()
    {
        var desk = new CountDesk();
        foreach (var schema in PublishedTables.OfCounts)
        {
            _ = desk.Draw(
                schema == PublishedTables.EnrolmentsToDate ? CountDesk.ToDate(new long[12]) : new(schema, []),
                EndOfYear
            );
        }

        using var budget = desk.Open();
        foreach (var unit in desk.Plan.Budget.Units)
        {
            Assert.That(budget.Spent(unit.Unit), Is.EqualTo(unit.Lifetime), unit.Unit);
        }
    }
}
