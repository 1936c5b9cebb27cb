using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure;

/// <summary>The partner statements that the register of corrections withdraws: they are shown as unavailable, whoever still states them.</summary>
internal sealed class WithdrawnStatements
{
    private readonly IReadOnlyList<RawRow> _withdrawals;

    private WithdrawnStatements(IReadOnlyList<RawRow> withdrawals) => _withdrawals = withdrawals;

    /// <summary>None is withdrawn.</summary>
    public static WithdrawnStatements None { get; } = new([]);

    /// <summary>Finds the withdrawals among raw tables. One whose correction has since been carried out otherwise, or declined, is over.</summary>
    public static WithdrawnStatements From(IReadOnlyList<RawTable> tables)
    {
        var steps = tables
            .Where(table => table.Schema.Id == PublishedTables.Corrections.Id)
            .SelectMany(table => table.Rows)
            .GroupBy(row => Cell(PublishedTables.Corrections, row, "correction"), StringComparer.Ordinal);
        return new([.. steps.SelectMany(InForce)]);
    }

    private static IEnumerable<RawRow> InForce(IEnumerable<RawRow> steps)
    {
        var rows = steps.ToList();
        return rows.Where(row =>
            Cell(PublishedTables.Corrections, row, "state") == "withdrawn"
            && !rows.Exists(other =>
                Cell(PublishedTables.Corrections, other, "state") is "corrected" or "declined"
                && DayOf(other) > DayOf(row)
            )
        );
    }

    private static DateOnly DayOf(RawRow correction) =>
        (DateOnly)correction.Cells[PublishedTables.Corrections.IndexOf("recorded_on")]!;

    /// <summary>Whether a row of the people's table is withdrawn: same organisation and indicator, and period where one is named.</summary>
    public bool Has(TableSchema schema, RawRow row) =>
        _withdrawals.Any(withdrawal =>
            Array.TrueForAll(
                ["organisation_id", "indicator", "period"],
                column =>
                    Cell(PublishedTables.Corrections, withdrawal, column) is not { } asked
                    || asked == Cell(schema, row, column)
            )
        );

    private static string? Cell(TableSchema schema, RawRow row, string column) =>
        row.Cells[schema.IndexOf(column)] as string;
}
