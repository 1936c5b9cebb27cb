using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure;

/// <summary>
/// Decides on tables of lots: a quarter is shown whole or not at all. The sum of its bands is known from other tables, so a
/// single band that is withheld could be had by subtraction.
/// </summary>
internal static class LotQuarters
{
    private static readonly string[] Tables =
    [
        PublishedTables.GiftToDisbursement.Id,
        PublishedTables.UndistributedAge.Id,
        PublishedTables.Shortfalls.Id,
    ];

    /// <summary>Whether a table is one of lots.</summary>
    public static bool Rules(TableSchema schema) => Tables.Contains(schema.Id, StringComparer.Ordinal);

    /// <summary>Withholds every row of a quarter in which too few people stand behind one row.</summary>
    /// <exception cref="UncontrolledTableException">A row lacks the evidence of who stands behind it.</exception>
    public static ControlledTable Apply(RawTable table, FundDescription fund, DisclosurePolicy policy)
    {
        var quarter = table.Schema.IndexOf("quarter");
        var withheld = table
            .Rows.Where(row => !MayBeShown(table.Schema, row, policy))
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

    private static bool MayBeShown(TableSchema schema, RawRow row, DisclosurePolicy policy)
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
