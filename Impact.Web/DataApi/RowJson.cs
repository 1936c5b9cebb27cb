using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Web.DataApi;

/// <summary>Writes a published row as JSON: every column of the file, and money as a text beside its whole minor units.</summary>
internal static class RowJson
{
    private const string Minor = "_minor";

    /// <summary>The name of a column in answers, for example <c>amountMinor</c> for <c>amount_minor</c>.</summary>
    public static string FieldOf(string column)
    {
        var parts = column.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    /// <summary>The row. An empty cell is null, with its status beside it.</summary>
    /// <param name="row">The row as published.</param>
    /// <param name="fundCurrency">The currency of tables that name none.</param>
    public static IReadOnlyDictionary<string, object?> Of(TableRow row, string fundCurrency)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < row.Cells.Count; index++)
        {
            var name = row.Schema.Columns[index].Name;
            fields.Add(FieldOf(name), Value(row.Cells[index]));
            var major = name.EndsWith(Minor, StringComparison.Ordinal) ? name[..^Minor.Length] : null;
            if (major is not null && !row.Schema.Has(major))
            {
                fields.Add(FieldOf(major), Major(row, row.Cells[index] as long?, fundCurrency));
            }
        }

        return fields;
    }

    private static object? Value(object? cell) =>
        cell switch
        {
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            // It was read from the file with its decimals and is written with them, never as a float.
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            _ => cell,
        };

    private static string? Major(TableRow row, long? minor, string fundCurrency) =>
        minor is { } units
            ? new Money(
                units,
                Currency.Parse(row.Schema.Has("currency") ? row.Text("currency") : fundCurrency)
            ).ToInvariantString()
            : null;
}
