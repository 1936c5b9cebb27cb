using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure;

/// <summary>
/// The periods in which each inflow of individuals is shown. A quarter or year may show its own total only where it is made of
/// whole such periods: otherwise a month that is held back could be had by subtracting the months that are shown.
/// </summary>
internal sealed class InflowBoundaries
{
    private readonly ILookup<string, (DateOnly Start, DateOnly End)> _periods;

    private InflowBoundaries(ILookup<string, (DateOnly Start, DateOnly End)> periods) => _periods = periods;

    /// <summary>Reads the periods from the monthly table; without that table nothing is known to be shown, and no total is let out.</summary>
    public static InflowBoundaries From(IReadOnlyList<RawTable> tables)
    {
        var schema = PublishedTables.MoneyByMonth;
        var rows = tables.Where(table => table.Schema.Id == schema.Id).SelectMany(table => table.Rows);
        return new(
            rows.ToLookup(
                row => (string)row.Cells[schema.IndexOf("measure")]!,
                row =>
                    (
                        (DateOnly)row.Cells[schema.IndexOf("period_start")]!,
                        (DateOnly)row.Cells[schema.IndexOf("period_end")]!
                    ),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>Whether every month of a span in which the measure is known is shown alone; months before the first shown one have nothing.</summary>
    public bool AreSingleMonths(string measure, DateOnly first, DateOnly last)
    {
        var inside = _periods[measure].Where(period => period.End >= first && period.Start <= last).ToList();
        if (inside.Count == 0 || inside.Any(period => period.Start.AddMonths(1).AddDays(-1) != period.End))
        {
            return false;
        }

        var earliest = _periods[measure].Min(period => period.Start);
        var expected = earliest > first ? earliest : new DateOnly(first.Year, first.Month, 1);
        return Quantities
            .Period.Range(Quantities.PeriodGrain.Month, expected, last)
            .All(month => inside.Any(period => period.Start == month.Start));
    }

    /// <summary>Whether the shown periods of a measure fill a longer period to its last day and none reaches over its ends.</summary>
    public bool AreWholeIn(string measure, DateOnly first, DateOnly last)
    {
        var inside = _periods[measure].Where(period => period.End >= first && period.Start <= last).ToList();
        return inside.Count > 0
            && inside.All(period => period.Start >= first && period.End <= last)
            && inside.Max(period => period.End) == last;
    }
}
