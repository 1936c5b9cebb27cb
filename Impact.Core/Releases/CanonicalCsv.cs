using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Releases;

/// <summary>The one way a table is written as text: UTF-8 without mark, line feeds, a heading, rows in the order of the key.</summary>
/// <remarks>
/// A cell is quoted only where RFC 4180 demands it. Whole numbers are plain, amounts have the decimals of their row's currency, ratios
/// six, days are ISO 8601, truth values <c>true</c> or <c>false</c>, and no value is an empty cell. A text that a spreadsheet could take
/// for a formula is marked, see <see cref="SpreadsheetGuard"/>. Equal tables give equal bytes.
/// </remarks>
internal static class CanonicalCsv
{
    /// <summary>The column of a ratio; every other decimal column is an amount in its row's currency.</summary>
    private const string RatioColumn = "ratio";

    private const string CurrencyColumn = "currency";

    /// <summary>Half a character is refused rather than replaced.</summary>
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create(
        ",\"\r\n"
    );

    /// <summary>The table's text, as bytes.</summary>
    /// <exception cref="ArgumentException">A text is empty (it would read as no value) or not whole characters, or an amount has more decimals than its currency.</exception>
    public static byte[] Write(PublishedTable table)
    {
        var text = new StringBuilder();
        WriteLine(text, table.Schema.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            WriteLine(text, row.Cells.Select((cell, index) => Marked(table.Schema.Columns[index], cell, row)));
        }

        return StrictUtf8.GetBytes(text.ToString());
    }

    /// <summary>SHA-256 of a table's text, lower-case hexadecimal: the same wherever the table was read from.</summary>
    public static string Digest(PublishedTable table) => Convert.ToHexStringLower(SHA256.HashData(Write(table)));

    /// <summary>One cell as the text has it, without quotes and marks; empty for no value.</summary>
    public static string Text(TableRow row, int column) => Cell(row.Schema.Columns[column], row.Cells[column], row);

    /// <summary>How many decimals a decimal column has, given the code of the row's or the fund's currency.</summary>
    public static int DecimalsOf(TableColumn column, string currency) =>
        column.Name == RatioColumn ? Ratio.PublishedDecimals : Currency.Parse(currency).Decimals;

    private static void WriteLine(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Marked(TableColumn column, object? cell, TableRow row) =>
        cell is string text && text.Length > 0 ? SpreadsheetGuard.Write(text) : Cell(column, cell, row);

    private static string Cell(TableColumn column, object? cell, TableRow row) =>
        cell switch
        {
            null => string.Empty,
            string { Length: > 0 } text => text,
            long number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => Fixed(
                number,
                DecimalsOf(column, column.Name == RatioColumn ? string.Empty : row.Text(CurrencyColumn))
            ),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool truth => truth ? "true" : "false",
            _ => throw new ArgumentException(
                $"Column {column.Name} has an empty text, which would read as no value.",
                nameof(cell)
            ),
        };

    private static string Fixed(decimal number, int decimals)
    {
        if (decimal.Round(number, decimals) != number)
        {
            throw new ArgumentException("A decimal has more digits than its column is written with.", nameof(number));
        }

        // Minus nought would be a second way to write nought.
        var plain = number == 0 ? 0 : number;
        return plain.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
