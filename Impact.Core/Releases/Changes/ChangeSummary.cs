using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>What has changed, for a person: the largest change first, in words.</summary>
public static class ChangeSummary
{
    private static readonly string[] BySize = ["large", "moderate", "small", "none"];

    // Beside a figure, and not the figure itself.
    private static readonly string[] Context = ["status", "finality", "reported", "expected"];

    /// <summary>Rows of the table <c>changes</c>: figures before what stands beside them, then by share, then by difference.</summary>
    public static IReadOnlyList<TableRow> Largest(PublishedTable changes, int most) =>
        [
            .. changes
                .Rows.OrderBy(row => Context.Contains(row.Text("field"), StringComparer.Ordinal))
                .ThenBy(row => Array.IndexOf(BySize, row.Text("materiality")))
                .ThenByDescending(row => Math.Abs(row.Decimal("ratio") ?? decimal.MaxValue))
                .ThenByDescending(row => Math.Abs((decimal)(row.Integer("difference") ?? 0)))
                .Take(most),
        ];

    /// <summary>
    /// One change as a sentence, for example <c>Money by organisation and quarter (Organisation identifier: XI-1; Quarter: 2019-Q4; Measure:
    /// Spent), Amount in minor units: 400 → 450 (+12.50 %). Better or later source data.</c> Of a change that states no size only where it is.
    /// </summary>
    public static BilingualText Sentence(TableRow change) =>
        new(Sentence(change, Language.English), Sentence(change, Language.Spanish));

    private static string Sentence(TableRow change, Language language)
    {
        var table = PublishedTables.Find(change.Text("table"));
        var row = string.Join("; ", RowKey.Parts(change.Text("row")).Select(part => Part(table, part, language)));
        var share = change.Decimal("ratio") is { } ratio
            ? string.Create(CultureInfo.InvariantCulture, $" ({ratio * 100:+0.00;-0.00;0.00} %)")
            : string.Empty;
        var (old, now) = (Value(table, change, "old", language), Value(table, change, "new", language));
        var size = old.Length + now.Length == 0 ? string.Empty : $": {OrNone(old)} → {OrNone(now)}{share}";
        var where =
            $"{table?.Title.In(language) ?? change.Text("table")} ({row}), {Title(table, change.Text("field"), language)}";
        return $"{where}{size}. {CodeLists.ChangeReason.Label(change.Text("reason")).In(language)}.";
    }

    private static string Part(TableSchema? table, (string Column, string Text) part, Language language) =>
        $"{Title(table, part.Column, language)}: {OrNone(Label(table, part.Column, part.Text, language))}";

    private static string Value(TableSchema? table, TableRow change, string side, Language language) =>
        change.Text(side) is { Length: > 0 } text ? Label(table, change.Text("field"), text, language) : string.Empty;

    /// <summary>A code in words; whatever is no code as it is.</summary>
    private static string Label(TableSchema? table, string column, string text, Language language) =>
        column == "metric" && MetricCards.Find(text) is { } card ? card.Title.In(language)
        : ColumnOf(table, column)?.Categories is { } codes ? codes.Label(text).In(language)
        : text;

    private static string Title(TableSchema? table, string column, Language language) =>
        ColumnOf(table, column)?.Title.In(language) ?? column;

    private static TableColumn? ColumnOf(TableSchema? table, string column) =>
        table?.Columns.FirstOrDefault(one => one.Name == column);

    private static string OrNone(string text) => text.Length == 0 ? "–" : text;
}
