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

    /// <summary>One change as a sentence, for example <c>Money by organisation and quarter (organisation_id=XI-1; quarter=2019-Q4), Amount in minor units: 400 → 450 (+12.50 %). Better or later source data.</c></summary>
    public static BilingualText Sentence(TableRow change)
    {
        var table = PublishedTables.Find(change.Text("table"));
        var column = table?.Columns.FirstOrDefault(one => one.Name == change.Text("field"));
        var share = change.Decimal("ratio") is { } ratio
            ? string.Create(CultureInfo.InvariantCulture, $" ({ratio * 100:+0.00;-0.00;0.00} %)")
            : string.Empty;
        var reason = CodeLists.ChangeReason.Label(change.Text("reason"));
        return new(Text(Language.English), Text(Language.Spanish));

        string Text(Language language) =>
            $"{table?.Title.In(language) ?? change.Text("table")} ({change.Text("row")}), {column?.Title.In(language) ?? change.Text("field")}: "
            + $"{OrNone(change.Text("old"))} → {OrNone(change.Text("new"))}{share}. {reason.In(language)}.";
    }

    private static string OrNone(string text) => text.Length == 0 ? "–" : text;
}
