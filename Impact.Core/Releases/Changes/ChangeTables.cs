using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>Lays a comparison out as the two tables of changes.</summary>
/// <remarks>They repeat what two releases hold already, so they need no decision of their own.</remarks>
internal static class ChangeTables
{
    /// <summary>The tables; without rows for a first release.</summary>
    public static IReadOnlyList<PublishedTable> Of(ReleaseComparison comparison, FundDescription fund) =>
        Of(comparison, fund.Id, fund.Fiction);

    /// <summary>The tables, of a release whose fund is known by name only.</summary>
    public static IReadOnlyList<PublishedTable> Of(ReleaseComparison comparison, string fund, bool fiction) =>
        [
            new(PublishedTables.Changes, comparison.Cells.Select(change => Row(change, fund, fiction))),
            new(PublishedTables.StructuralChanges, comparison.Structure.Select(change => Row(change, fund, fiction))),
        ];

    private static object?[] Row(CellChange change, string fund, bool fiction) =>
        [
            fund,
            change.Table.Id,
            change.Row,
            change.Field,
            change.StatesNoSize ? null : OrNone(change.Old),
            change.StatesNoSize ? null : OrNone(change.New),
            change.StatesNoSize ? null : change.Difference,
            change.StatesNoSize ? null : change.Ratio,
            change.Materiality,
            change.Reason,
            change.Correction,
            .. Context(fiction),
        ];

    private static object?[] Row(StructuralChange change, string fund, bool fiction) =>
        [
            fund,
            change.Kind,
            change.Table,
            OrNone(change.Row),
            change.Rows,
            change.Reason,
            change.Correction,
            .. Context(fiction),
        ];

    private static object?[] Context(bool fiction) => ["ok", "final", 1L, 1L, fiction];

    private static string? OrNone(string text) => text.Length == 0 ? null : text;
}
