using Impact.Core.Catalogue;

namespace Impact.Core.Charts.Figures;

/// <summary>What one organisation states for one indicator in its latest period.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="First">First day of the period.</param>
/// <param name="Planned">People planned.</param>
/// <param name="Reached">People reached.</param>
internal sealed record PeopleStatement(
    string Organisation,
    string Indicator,
    string Period,
    DateOnly First,
    Figure Planned,
    Figure Reached
);

/// <summary>Partners' statements of people. People overlap between indicators, periods and organisations, so nothing is added up.</summary>
internal static class PeopleFigures
{
    /// <summary>One statement for each organisation and indicator: its latest period with a number reached, else with a number planned.</summary>
    /// <returns>The largest first; those without any number are left out.</returns>
    public static IReadOnlyList<PeopleStatement> Latest(ReleaseFigures figures) =>
        [
            .. figures
                .Rows("people")
                .Where(row => string.Equals(row.Text("split"), "total", StringComparison.Ordinal))
                .GroupBy(row => (Organisation: row.Text("organisation_id"), Indicator: row.Text("indicator")))
                .Select(group => LatestOf(figures.Name(group.Key.Organisation), group.Key.Indicator, group))
                .Where(statement => statement.Planned.IsKnown || statement.Reached.IsKnown)
                .OrderByDescending(statement => Math.Max(statement.Planned.Amount, statement.Reached.Amount))
                .ThenBy(statement => statement.Organisation, StringComparer.Ordinal)
                .ThenBy(statement => statement.Indicator, StringComparer.Ordinal),
        ];

    private static PeopleStatement LatestOf(string organisation, string indicator, IEnumerable<TableRow> rows) =>
        rows.GroupBy(row => (Code: row.Text("period"), First: row.Date("period_start")!.Value))
            .Select(period => new PeopleStatement(
                organisation,
                indicator,
                period.Key.Code,
                period.Key.First,
                Of(period, "planned"),
                Of(period, "reached")
            ))
            .OrderByDescending(statement => statement.Reached.IsKnown)
            .ThenByDescending(statement => statement.Planned.IsKnown)
            .ThenByDescending(statement => statement.First)
            .First();

    private static Figure Of(IEnumerable<TableRow> rows, string measure) =>
        rows.Where(row => string.Equals(row.Text("measure"), measure, StringComparison.Ordinal))
            .Select(row => Figure.Of(row, "value"))
            .DefaultIfEmpty(Figure.Absent)
            .First();
}
