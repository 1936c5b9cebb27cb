using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>What has changed, for a person: the largest change first, in words.</summary>
public static class ChangeSummary
{
    private static readonly string[] BySize = ["large", "moderate", "small", "none"];

    private static readonly string[] MinorUnits =
    [
        ", in minor units",
        ", en unidades mínimas",
        " in minor units",
        " en unidades mínimas",
        ", minor units",
        ", unidades mínimas",
    ];

    // Beside a figure, and not the figure itself.
    private static readonly string[] Context = ["status", "finality", "reported", "expected"];

    /// <summary>
    /// Rows of the table <c>changes</c>, the largest cell of each changed row alone: figures before what stands beside them; amounts of
    /// money first, by how much money it is; then the others by share, then by difference.
    /// </summary>
    public static IReadOnlyList<TableRow> Largest(PublishedTable changes, int most) =>
        [
            .. changes
                .Rows.OrderBy(row => Context.Contains(row.Text("field"), StringComparer.Ordinal))
                .ThenByDescending(row => IsMinor(row.Text("field")) ? Size(row) : -1)
                .ThenBy(row => Array.IndexOf(BySize, row.Text("materiality")))
                .ThenByDescending(row => Math.Abs(row.Decimal("ratio") ?? decimal.MaxValue))
                .ThenByDescending(Size)
                .DistinctBy(row => (row.Text("table"), row.Text("row")))
                .Take(most),
        ];

    private static decimal Size(TableRow change) => Math.Abs((decimal)(change.Integer("difference") ?? 0));

    /// <summary>
    /// One change as a sentence, for example <c>Money by organisation and quarter (Organisation identifier: XI-1; Quarter: 2019-Q4; Measure:
    /// Spent), Amount: 4.00 → 4.50 (+12.50 %). Better or later source data.</c> Of a change that states no size only where it is.
    /// </summary>
    /// <param name="change">A row of the table <c>changes</c>.</param>
    /// <param name="currency">The fund's currency, ISO 4217: amounts are told in full, not in minor units.</param>
    public static BilingualText Sentence(TableRow change, string currency)
    {
        var told = Quantities.Currency.Parse(currency);
        return new(Sentence(change, told, Language.English), Sentence(change, told, Language.Spanish));
    }

    private static string Sentence(TableRow change, Quantities.Currency currency, Language language)
    {
        var table = PublishedTables.Find(change.Text("table"));
        var row = string.Join("; ", RowKey.Parts(change.Text("row")).Select(part => Part(table, part, language)));
        var share = change.Decimal("ratio") is { } ratio
            ? string.Create(CultureInfo.InvariantCulture, $" ({ratio * 100:+0.00;-0.00;0.00} %)")
            : string.Empty;
        var field = change.Text("field");
        var (old, now) = (Value("old"), Value("new"));
        var size = old.Length + now.Length == 0 ? string.Empty : $": {OrNone(old)} → {OrNone(now)}{share}";
        var where = $"{table?.Title.In(language) ?? change.Text("table")} ({row}), {Title(table, field, language)}";
        return $"{where}{size}. {CodeLists.ChangeReason.Label(change.Text("reason")).In(language)}.";

        string Value(string side) =>
            change.Text(side) is not { Length: > 0 } text ? string.Empty
            : IsMinor(field) && long.TryParse(text, CultureInfo.InvariantCulture, out var minor)
                ? new Quantities.Money(minor, currency).Major.ToString(
                    $"N{currency.Decimals}",
                    CultureInfo.InvariantCulture
                )
            : Label(table, field, text, language);
    }

    private static bool IsMinor(string column) => column.EndsWith("_minor", StringComparison.Ordinal);

    private static string Part(TableSchema? table, (string Column, string Text) part, Language language) =>
        $"{Title(table, part.Column, language)}: {OrNone(Label(table, part.Column, part.Text, language))}";

    /// <summary>A code in words; whatever is no code as it is.</summary>
    private static string Label(TableSchema? table, string column, string text, Language language) =>
        column == "metric" && MetricCards.Find(text) is { } card ? card.Title.In(language)
        : ColumnOf(table, column)?.Categories is { } codes ? codes.Label(text).In(language)
        : text;

    /// <summary>A column's heading; that of minor units without saying so, for amounts are told in full.</summary>
    private static string Title(TableSchema? table, string column, Language language)
    {
        var title = ColumnOf(table, column)?.Title.In(language) ?? column;
        return MinorUnits.Aggregate(
            title,
            (text, words) => text.Replace(words, string.Empty, StringComparison.Ordinal)
        );
    }

    private static TableColumn? ColumnOf(TableSchema? table, string column) =>
        table?.Columns.FirstOrDefault(one => one.Name == column);

    private static string OrNone(string text) => text.Length == 0 ? "–" : text;
}
