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

    /// <summary>
    /// The correction that covers a changed row, or null: one that names the row; or, where time itself has not changed it, one that the
    /// row may follow from, such as the total over what is named.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="byTime">Whether the row is about a time that goes on, so that it would have changed anyway.</param>
    public string? For(TableRow row, bool byTime) =>
        _rows
            .FirstOrDefault(correction =>
                FigureMeant.Names(correction, row) || (!byTime && FigureMeant.Touches(correction, row))
            )
            ?.Text("correction");

    /// <summary>The correction that explains that a row or its figure is gone, or null, see <see cref="FigureMeant.ExplainsLoss"/>.</summary>
    public string? ForLoss(TableRow row) =>
        _rows.FirstOrDefault(correction => FigureMeant.ExplainsLoss(correction, row))?.Text("correction");

    /// <summary>The correction that names a whole table and nothing within it, or null.</summary>
    public string? ForLoss(TableSchema table) =>
        _rows
            .FirstOrDefault(correction =>
                correction.Text("table") == table.Id
                && correction["organisation_id"] is null
                && correction["period"] is null
                && correction["indicator"] is null
            )
            ?.Text("correction");

    /// <summary>Whether a change of a row may state no size: one that corrects aid to households can be the aid to one family.</summary>
    public bool HideSizeOf(TableRow row) =>
        _rows.Any(correction => correction.Text("subject") == "household_aid" && FigureMeant.Touches(correction, row));
}
