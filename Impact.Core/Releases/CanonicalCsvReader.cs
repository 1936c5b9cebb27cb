using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>Reads a table's text back, typed by its schema. Strict: nothing is guessed, trimmed or skipped.</summary>
internal static class CanonicalCsvReader
{
    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">The bytes are no table of this schema; the message has the line, never its content.</exception>
    public static PublishedTable Read(TableSchema schema, byte[] bytes)
    {
        var lines = new CsvText(Decode(schema, bytes)).Lines().ToList();
        if (
            lines.Count == 0
            || !lines[0].SequenceEqual(schema.Columns.Select(column => column.Name), StringComparer.Ordinal)
        )
        {
            throw Broken(schema, line: 1);
        }

        var rows = lines.Skip(1).Select((cells, index) => Row(schema, cells, index + 2)).ToList();
        try
        {
            return new(schema, rows);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"Table {schema.Id} has a row that its schema does not allow.", error);
        }
    }

    private static string Decode(TableSchema schema, byte[] bytes) =>
        Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : throw new FormatException($"Table {schema.Id} is not UTF-8.");

    private static object?[] Row(TableSchema schema, List<string> cells, int line)
    {
        if (cells.Count != schema.Columns.Count)
        {
            throw Broken(schema, line);
        }

        var row = new object?[cells.Count];
        for (var index = 0; index < row.Length; index++)
        {
            if (!TryCell(schema.Columns[index].Type, cells[index], out row[index]))
            {
                throw Broken(schema, line);
            }
        }

        return row;
    }

    private static bool TryCell(ColumnType type, string text, out object? cell)
    {
        cell = text.Length == 0 ? null : Parse(type, text);
        return text.Length == 0 || cell is not null;
    }

    private static object? Parse(ColumnType type, string text) =>
        type switch
        {
            ColumnType.Text => SpreadsheetGuard.Read(text),
            ColumnType.Integer => Whole(text),
            ColumnType.Decimal => Fraction(text),
            ColumnType.Date => Day(text),
            ColumnType.Boolean => text switch
            {
                "true" => true,
                "false" => false,
                _ => null,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static decimal? Fraction(string text)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static FormatException Broken(TableSchema schema, int line) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Table {schema.Id} is not a table of its schema at row {line}."
            )
        );
}
