using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure;

/// <summary>
/// Decides on tables of lots: a quarter is shown whole or not at all. The sum of its bands is known from other tables, so a
/// single band that is withheld could be had by subtraction. Bands end where months do; one that ended inside months that are shown
/// together would give away a month by itself, so bands need every month they may end at to be shown alone.
/// </summary>
internal sealed class LotQuarters(FundDescription fund, DisclosurePolicy policy, InflowBoundaries boundaries)
{
    /// <summary>The oldest band ends 180 days before a payment, counted from the middle of a month: seven months before at most.</summary>
    private const int MonthsOfBands = 7;

    private static readonly string[] Banded =
    [
        PublishedTables.GiftToDisbursement.Id,
        PublishedTables.UndistributedAge.Id,
    ];
    private static readonly string[] Tables = [.. Banded, PublishedTables.Shortfalls.Id];

    /// <summary>Whether a table is one of lots.</summary>
    public static bool Rules(TableSchema schema) => Tables.Contains(schema.Id, StringComparer.Ordinal);

    /// <summary>Withholds every row of a quarter in which too few people stand behind one row.</summary>
    /// <exception cref="UncontrolledTableException">A row lacks the evidence of who stands behind it.</exception>
    public ControlledTable Apply(RawTable table)
    {
        var quarter = table.Schema.IndexOf("quarter");
        var withheld = table
            .Rows.Where(row => !MayBeShown(table.Schema, row) || !EndsWithMonths(table.Schema, row))
            .Select(row => (string)row.Cells[quarter]!)
            .ToHashSet(StringComparer.Ordinal);
        return ControlledTable.Decide(
            table.Schema,
            [
                .. table.Rows.Select(row =>
                    fund.IsFromPublicSources ? (row.Cells, "public-source")
                    : row.Cells[table.Schema.IndexOf("status")] is "x" ? (row.Cells, "exact")
                    : withheld.Contains((string)row.Cells[quarter]!) ? Withhold(table.Schema, row)
                    : (row.Cells, "enough-givers")
                ),
            ]
        );
    }

    private bool EndsWithMonths(TableSchema schema, RawRow row)
    {
        var (first, last) = (
            (DateOnly)row.Cells[schema.IndexOf("period_start")]!,
            (DateOnly)row.Cells[schema.IndexOf("period_end")]!
        );
        return row.Evidence is { People: 0 }
            || !Banded.Contains(schema.Id, StringComparer.Ordinal)
            || boundaries.AreSingleMonths("received", first.AddMonths(-MonthsOfBands), last);
    }

    private bool MayBeShown(TableSchema schema, RawRow row)
    {
        var evidence =
            row.Evidence ?? throw new UncontrolledTableException(schema.Id, "a row lacks the evidence of its givers");
        // Money that no person gave needs nobody beside it; bands below 0 are judged like any other and fail.
        return evidence.People == 0 || MonthlyInflows.MayBeShown(evidence, policy);
    }

    private static (IReadOnlyList<object?> Cells, string Decision) Withhold(TableSchema schema, RawRow row)
    {
        var cells = row.Cells.ToArray();
        cells[schema.IndexOf("amount_minor")] = null;
        cells[schema.IndexOf("amount")] = null;
        cells[schema.IndexOf("status")] = "c";
        return (cells, "lots-withheld");
    }
}
