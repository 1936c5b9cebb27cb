using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>One table of two releases, cell by cell.</summary>
/// <param name="before">The release compared with.</param>
/// <param name="after">The release that is compared.</param>
/// <param name="corrections">The corrections it carries out.</param>
internal sealed class TableComparison(ReleaseContents before, ReleaseContents after, FreshCorrections corrections)
{
    private readonly Redefinitions _redefinitions = new(before, after);
    private readonly List<CellChange> _cells = [];
    private readonly List<StructuralChange> _structure = [];

    /// <summary>The cells that are others.</summary>
    public IReadOnlyList<CellChange> Cells => _cells;

    /// <summary>What came or went.</summary>
    public IReadOnlyList<StructuralChange> Structure => _structure;

    /// <summary>Compares a table that both have.</summary>
    public void Compare(PublishedTable old, PublishedTable now)
    {
        var left = old.Rows.ToDictionary(RowKey.Of, StringComparer.Ordinal);
        var added = 0L;
        foreach (var row in now.Rows)
        {
            var key = RowKey.Of(row);
            if (left.Remove(key, out var earlier))
            {
                CompareRow(key, earlier, row);
            }
            else
            {
                added++;
            }
        }

        foreach (var (key, row) in left)
        {
            AddLoss(row.Schema.IsOfOneDay ? "row_replaced" : "row_removed", key, row);
        }

        if (added > 0)
        {
            _structure.Add(new("rows_added", now.Schema.Id, string.Empty, added, Reasons.Routine));
        }
    }

    /// <summary>Notes a table that only one of the two has.</summary>
    public void CompareAlone(PublishedTable table, string kind)
    {
        var isGone = kind == "table_removed";
        var correction = isGone ? corrections.ForLoss(table.Schema) : null;
        var reason =
            correction is not null ? Reasons.Correction
            : !isGone ? Reasons.Routine
            : _redefinitions.OfWhole(table.Schema) ? Reasons.Method
            : Reasons.BetterData;
        _structure.Add(new(kind, table.Schema.Id, string.Empty, table.Rows.Count, reason, correction));
    }

    /// <summary>Notes a definition that is another than before.</summary>
    public void NoteDefinition(ManifestMetric metric) =>
        _structure.Add(new("definition_changed", metric.Table, metric.Id, 0, Reasons.Method));

    private static bool IsTwin(TableSchema schema, TableColumn column) =>
        column.Type == ColumnType.Decimal && schema.Has(column.Name + "_minor");

    private static bool HasValue(TableRow row) => row.Text("status") is "ok" or "e" or "n";

    private void CompareRow(string key, TableRow old, TableRow now)
    {
        var schema = now.Schema;
        var isLost = IsWithdrawn(old, now);
        var hidesSize = isLost || corrections.HideSizeOf(now);
        for (var index = 0; index < schema.Columns.Count; index++)
        {
            // An amount in full is its minor units written otherwise: one figure, and told once.
            if (!Equals(old.Cells[index], now.Cells[index]) && !IsTwin(schema, schema.Columns[index]))
            {
                var change = Change(key, old, now, index);
                _cells.Add(change with { StatesNoSize = hidesSize && change.Field != "status" });
            }
        }

        if (isLost)
        {
            AddLoss("figure_withdrawn", key, now);
        }
    }

    /// <summary>A figure of the cut-off day that has become meaningless as time went on is no withdrawal.</summary>
    private bool IsWithdrawn(TableRow old, TableRow now) =>
        HasValue(old) && !HasValue(now) && (now.Text("status") != "z" || !IsByTime(now, "status"));

    private CellChange Change(string key, TableRow old, TableRow now, int index)
    {
        var field = now.Schema.Columns[index].Name;
        var byTime = IsByTime(now, field);
        var correction = corrections.For(now, byTime);
        return new()
        {
            Table = now.Schema,
            Row = key,
            Field = field,
            Old = CanonicalCsv.Text(old, index),
            New = CanonicalCsv.Text(now, index),
            Difference = old.Cells[index] is long from && now.Cells[index] is long to ? checked(to - from) : null,
            Ratio =
                Number(old.Cells[index]) is { } was && Number(now.Cells[index]) is { } isNow
                    ? CellChange.ShareOf(was, isNow)
                    : null,
            Reason = ReasonOf(now, correction, byTime),
            Correction = correction,
        };
    }

    private void AddLoss(string kind, string key, TableRow row)
    {
        // What is gone needs what explains just this, whatever time or another definition has done besides.
        var correction = corrections.ForLoss(row);
        var reason =
            correction is not null ? Reasons.Correction
            : _redefinitions.Of(row) ? Reasons.Method
            : IsByTime(row, "status") ? Reasons.Routine
            : Reasons.BetterData;
        _structure.Add(new(kind, row.Schema.Id, key, 1, reason, correction));
    }

    /// <summary>Of a time that was over at the release before, only better data can change a figure; of a later one time itself does.</summary>
    private bool IsByTime(TableRow row, string field)
    {
        var end = row.Schema.Has("period_end") ? row.Date("period_end") : null;
        return field == "finality" || (end ?? after.CutOff) > before.CutOff;
    }

    private string ReasonOf(TableRow row, string? correction, bool byTime) =>
        correction is not null ? Reasons.Correction
        : ReleaseComparison.Redefined(before, after).Any(one => one.Table == row.Schema.Id) ? Reasons.Method
        : byTime ? Reasons.Routine
        : Reasons.BetterData;

    private static decimal? Number(object? cell) =>
        cell is long or decimal ? Convert.ToDecimal(cell, CultureInfo.InvariantCulture) : null;
}
