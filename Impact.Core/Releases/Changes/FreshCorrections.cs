using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>The corrections that a release carries out and the release before did not know as carried out.</summary>
internal sealed class FreshCorrections
{
    private readonly IReadOnlyList<TableRow> _rows;

    private FreshCorrections(IReadOnlyList<TableRow> rows) => _rows = rows;

    /// <summary>The rows: those that are corrected or withdrawn, ordered by correction.</summary>
    public IReadOnlyList<TableRow> Rows => _rows;

    /// <summary>Finds them by the two tables of corrections; a release without one has none.</summary>
    public static FreshCorrections Between(PublishedTable? before, PublishedTable? after)
    {
        var known = (before?.Rows ?? []).Select(RowKey.Of).ToHashSet(StringComparer.Ordinal);
        return new([
            .. (after?.Rows ?? []).Where(row =>
                row.Text("state") is "corrected" or "withdrawn" && !known.Contains(RowKey.Of(row))
            ),
        ]);
    }

    /// <summary>The correction that covers a row, or null. What it leaves empty it leaves open, and a total over what it names follows from it.</summary>
    public string? For(TableRow row) =>
        _rows.FirstOrDefault(correction => FigureMeant.Covers(correction, row))?.Text("correction");
}

/// <summary>Which rows a correction or a reply means by its table, organisation, period and indicator.</summary>
internal static class FigureMeant
{
    private static readonly string[] Periods = ["month", "quarter", "year", "period"];

    /// <summary>Whether a row of a register covers a row of a table.</summary>
    public static bool Covers(TableRow register, TableRow row) =>
        Allows(register, "table", row.Schema.Id)
        && Allows(register, "organisation_id", Of(row, "organisation_id"))
        && Allows(register, "indicator", Of(row, "indicator"))
        && Allows(
            register,
            "period",
            Periods
                .Select(column => Of(row, column))
                .FirstOrDefault(code => code is not (null or PublishedTables.ToDate))
        );

    /// <summary>A row that has no such part is a total over it.</summary>
    private static bool Allows(TableRow register, string part, string? found) =>
        !register.Schema.Has(part) || register[part] is not string asked || found is null || asked == found;

    private static string? Of(TableRow row, string column) => row.Schema.Has(column) ? row[column] as string : null;
}
