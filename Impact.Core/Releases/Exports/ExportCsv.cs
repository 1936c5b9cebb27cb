using System.Text;

namespace Impact.Core.Releases.Exports;

/// <summary>CSV of formats other than our own tables: RFC 4180 with line feeds, quotes only where needed.</summary>
internal static class ExportCsv
{
    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create(
        ",\"\r\n"
    );

    /// <summary>A free text as a cell: one that a spreadsheet could take for a formula is marked.</summary>
    public static string Text(string text) => SpreadsheetGuard.Write(text);

    /// <summary>The bytes of rows; null is an empty cell.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string? cell) =>
        cell is null ? string.Empty
        : cell.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
