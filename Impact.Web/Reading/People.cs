using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>A number of people as a partner states it, or the reason there is none.</summary>
/// <param name="Value">The number; null where the status says why.</param>
/// <param name="Standing">What stands beside it.</param>
public sealed record HeadCount(long? Value, Standing Standing);

/// <summary>One part of a split number.</summary>
/// <param name="Split">A code of <see cref="CodeLists.IndicatorSplit"/>.</param>
/// <param name="Count">The part's number.</param>
public sealed record PeoplePart(string Split, HeadCount Count);

/// <summary>What one organisation states about one indicator in one period.</summary>
/// <param name="Organisation">Identifier of the organisation.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Start">First day of the period.</param>
/// <param name="End">Last day of the period.</param>
/// <param name="Counts">Numbers of everyone by measure, a code of <see cref="CodeLists.IndicatorMeasure"/>.</param>
/// <param name="Parts">The parts of those numbers by measure; none where the number is not split.</param>
public sealed record PeopleStatement(
    string Organisation,
    string Indicator,
    DateOnly Start,
    DateOnly End,
    IReadOnlyDictionary<string, HeadCount> Counts,
    ILookup<string, PeoplePart> Parts
)
{
    /// <summary>The number reached, else planned; 0 where neither is told. For sorting only.</summary>
    public long Weight => Counts.GetValueOrDefault("reached")?.Value ?? Counts.GetValueOrDefault("planned")?.Value ?? 0;

    /// <summary>What stands beside the numbers.</summary>
    public Standing Standing =>
        Counts.Values.FirstOrDefault(count => count.Standing.IsProvisional)?.Standing
        ?? Counts.Values.FirstOrDefault()?.Standing
        ?? Standing.Absent;
}

/// <summary>What partners state about people. Statements are never added up here: one person may be counted by several.</summary>
public static class People
{
    private const string Everyone = "total";

    /// <summary>The statements of a fund, or of one organisation of it, in published order.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="organisation">Identifier of the organisation; null for all.</param>
    public static IReadOnlyList<PeopleStatement> Of(FundReading fund, string? organisation = null) =>
        [
            .. fund.Rows(PublishedTables.People.Id)
                .Where(row =>
                    organisation is null
                    || string.Equals(row.Text("organisation_id"), organisation, StringComparison.Ordinal)
                )
                .GroupBy(row => (row.Text("organisation_id"), row.Text("indicator"), row.Text("period")))
                .Select(Statement),
        ];

    /// <summary>The newest statement of each organisation about each indicator, most people first.</summary>
    public static IReadOnlyList<PeopleStatement> Newest(FundReading fund) =>
        [
            .. Of(fund)
                .GroupBy(statement => (statement.Organisation, statement.Indicator))
                .Select(statements => statements.MaxBy(statement => statement.End)!)
                .OrderByDescending(statement => statement.Weight),
        ];

    private static PeopleStatement Statement(IGrouping<(string, string, string), TableRow> rows) =>
        new(
            rows.Key.Item1,
            rows.Key.Item2,
            rows.First().Date("period_start") ?? default,
            rows.First().Date("period_end") ?? default,
            rows.Where(IsEveryone).ToDictionary(row => row.Text("measure"), Count, StringComparer.Ordinal),
            rows.Where(row => !IsEveryone(row))
                .OrderBy(row =>
                    CodeLists.IndicatorSplit.Codes.ToList().FindIndex(code => code.Value == row.Text("split"))
                )
                .ToLookup(
                    row => row.Text("measure"),
                    row => new PeoplePart(row.Text("split"), Count(row)),
                    StringComparer.Ordinal
                )
        );

    private static bool IsEveryone(TableRow row) => row.Text("split") is Everyone;

    private static HeadCount Count(TableRow row) => new(row.Integer("value"), Standing.Of(row));
}
