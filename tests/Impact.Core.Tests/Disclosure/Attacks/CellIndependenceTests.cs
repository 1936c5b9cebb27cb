using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack D: each cell has a draw of its own, the empty ones too, and each is there.</summary>
[TestFixture]
internal sealed class CellIndependenceTests
{
    private const int Cells = 40;
    private static readonly int Periods = AttackSize.Of(2_000);

    /// <summary>Quarters of so many years end before the calendar does.</summary>
    private static readonly int PeriodsOfADesk = Math.Min(Periods, 2_000);

    private List<double[]> _drawn = null!;

    [OneTimeSetUp]
    public void Draw() => _drawn = Drawn();

    [Test]
    public void No_two_cells_go_together()
    {
        var largest = Enumerable
            .Range(1, Cells - 1)
            .Max(right =>
                Enumerable.Range(0, right).Max(left => Math.Abs(Correlation.Of(_drawn[left], _drawn[right])))
            );
        TestContext.Out.WriteLine($"largest correlation of two cells {largest:0.0000} over {_drawn[0].Length} periods");
        AttackResults.Note("D", "largest_correlation_of_two_cells", largest, _drawn[0].Length);
        Assert.That(Together(_drawn), Is.Empty);
    }

    [Test]
    public void Two_cells_that_share_a_draw_are_found()
    {
        List<double[]> planted = [.. _drawn[..^1], _drawn[0]];
        Assert.That(Together(planted), Is.EqualTo((string[])[$"0 and {Cells - 1}"]));
    }

    [Test]
    public void Six_hundred_empty_cells_show_as_many_values_as_the_law_says()
    {
        const int empty = 600;
        var parts = CountDesk.Named("IDLE-", empty).ToList();
        using var desk = new CountDesk(parts);
        var series = desk.Series(PublishedTables.EnrolmentsByOrganisation, 1);
        var drawn = desk.Draw(series, CountDesk.Quarters(1)[0], CountDesk.Counts(series.Schema))!;
        Assert.That(drawn.Keys, Is.EquivalentTo(parts));
        Assert.That(TooFew(series, [.. drawn.Values.Select(value => (long)value)]), Is.False);
        Assert.That(TooFew(series, [.. Enumerable.Repeat((long)drawn["IDLE-0"], empty)]), Is.True, "one draw for all");
    }

    [Test]
    public void Every_declared_cell_is_there_for_a_fund_without_anybody()
    {
        var cutOff = new DateOnly(2020, 6, 30);
        using var desk = new CountDesk([TestFunds.Partner, TestFunds.OtherPartner]);
        foreach (var series in desk.Plan.Series)
        {
            // The list has a row for each closed month of the fund to date, and none for an empty cell of another table.
            var months = series.Due(desk.Plan.Counting, cutOff).Where(_ => series.IsToDate);
            var nobody = CountDesk.Counts(series.Schema, months.Select(month => (month.Code, CountSeries.Whole, 0L)));
            var rows = desk.Publish(nobody, cutOff).Table.Rows;
            Assert.That(Missing(series, cutOff, rows), Is.Empty, series.Schema.Id);
            Assert.That(Missing(series, cutOff, rows.Skip(1)), Has.Count.EqualTo(1), "planted: one cell left out");
        }
    }

    private static List<string> Missing(CountSeries series, DateOnly cutOff, IEnumerable<TableRow> rows)
    {
        var there = rows.Select(Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. series
                .Due(new(CountDesk.From), cutOff)
                .SelectMany(period => series.Parts.Select(part => $"{period.Code} {part}"))
                .Where(key => !there.Contains(key)),
        ];

        string Key(TableRow row)
        {
            var part = ((string[])["organisation_id", "band", "region"]).FirstOrDefault(series.Schema.Has);
            var period = series.Grain == PeriodGrain.Month ? "month" : "quarter";
            return $"{row.Text(period)} {(part is null ? CountSeries.Whole : row.Text(part))}";
        }
    }

    /// <summary>The number of different values, against its mean less six standard deviations: Σ q·(1 − q) bounds the variance.</summary>
    private static bool TooFew(CountSeries series, IReadOnlyCollection<long> values)
    {
        var law = new DiscreteGaussianLaw(series.Terms.Variance);
        var shown = Enumerable
            .Range(-200, 401)
            .Select(value => 1 - Math.Pow(1 - law.Probability(value), values.Count))
            .ToList();
        return values.Distinct().Count() < shown.Sum() - (6 * Math.Sqrt(shown.Sum(share => share * (1 - share))));
    }

    private static List<string> Together(IReadOnlyList<double[]> cells) =>
        [
            .. from left in Enumerable.Range(0, cells.Count)
            from right in Enumerable.Range(left + 1, cells.Count - left - 1)
            where Math.Abs(Correlation.Of(cells[left], cells[right])) > Correlation.Most(cells[left].Length)
            select $"{left} and {right}",
        ];

    /// <summary>Empty cells, a column a cell, drawn and stored period by period.</summary>
    private static List<double[]> Drawn()
    {
        var parts = CountDesk.Named("IDLE-", Cells).ToList();
        var columns = parts.Select(_ => new List<double>()).ToList();
        for (var done = 0; done < Periods; done += PeriodsOfADesk)
        {
            using var desk = new CountDesk(parts);
            var series = desk.Series(PublishedTables.EnrolmentsByOrganisation, PeriodsOfADesk);
            var draws = desk.Drawing(series, CountDesk.Counts(series.Schema));
            foreach (var quarter in CountDesk.Quarters(PeriodsOfADesk))
            {
                var cells = draws.Draw(quarter, [])!;
                for (var cell = 0; cell < Cells; cell++)
                {
                    columns[cell].Add((double)cells[parts[cell]]);
                }
            }
        }

        return [.. columns.Select(column => column.ToArray())];
    }
}
