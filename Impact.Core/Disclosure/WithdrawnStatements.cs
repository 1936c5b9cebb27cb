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

    /// <summary>Finds the withdrawals among raw tables.</summary>
    public static WithdrawnStatements From(IReadOnlyList<RawTable> tables) =>
        new([
            .. tables
                .Where(table => table.Schema.Id == PublishedTables.Corrections.Id)
                .SelectMany(table => table.Rows)
                .Where(row => Cell(PublishedTables.Corrections, row, "state") == "withdrawn"),
        ]);

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
