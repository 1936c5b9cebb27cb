using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>One giver's gifts over all years.</summary>
/// <param name="Kind">A code of <see cref="CodeLists.GiverKind"/>.</param>
/// <param name="Name">Its name; for people the published line's own text.</param>
/// <param name="Received">Gifts that arrived.</param>
/// <param name="Pledged">Promises, which count in no total; null where none is published.</param>
/// <param name="FirstYear">First year with a line.</param>
/// <param name="LastYear">Last year with a line.</param>
public sealed record GiverReading(
    string Kind,
    string Name,
    Amount Received,
    Amount? Pledged,
    string FirstYear,
    string LastYear
)
{
    /// <summary>What it is sorted by; 0 where it is not told.</summary>
    public long Weight => Received.Value?.Minor ?? 0;

    /// <summary>Whether the line stands for people, who are never named.</summary>
    public bool IsPeople => string.Equals(Kind, "individuals", StringComparison.Ordinal);
}

/// <summary>Contributions by giver.</summary>
public static class Givers
{
    /// <summary>All givers, most received first, equal ones by name.</summary>
    public static IReadOnlyList<GiverReading> Of(FundReading fund) =>
        [
            .. fund.Rows(PublishedTables.Contributions.Id)
                .GroupBy(row => (Kind: row.Text("giver_kind"), Giver: row.Text("giver")))
                .Select(giver => Giver(giver.Key.Kind, giver.Key.Giver, [.. giver]))
                .OrderByDescending(giver => giver.Weight)
                .ThenBy(giver => giver.Name, StringComparer.Ordinal),
        ];

    private static GiverReading Giver(string kind, string name, TableRow[] rows)
    {
        var pledges = Measured(rows, "pledged");
        return new(
            kind,
            name,
            Amount.Sum(Measured(rows, "received")),
            pledges.Length == 0 ? null : Amount.Sum(pledges),
            rows.Min(row => row.Text("year")) ?? string.Empty,
            rows.Max(row => row.Text("year")) ?? string.Empty
        );
    }

    private static Amount[] Measured(TableRow[] rows, string measure) =>
        [.. rows.Where(row => string.Equals(row.Text("measure"), measure, StringComparison.Ordinal)).Select(Amount.Of)];
}
