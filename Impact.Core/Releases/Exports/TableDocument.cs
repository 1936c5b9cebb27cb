using System.Globalization;
using System.Text.Json.Nodes;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>One table as JSON: money as text with the currency's decimals beside whole minor units, days as ISO 8601, codes with their labels.</summary>
/// <remarks>No number is ever a binary fraction: a decimal is a text, a whole number a number.</remarks>
internal static class TableDocument
{
    private const string MinorSuffix = "_minor";

    /// <summary>The bytes of the document.</summary>
    public static byte[] Write(ExportSource source, PublishedTable table)
    {
        var schema = table.Schema;
        return ReleaseJson.Write(
            new JsonObject
            {
                ["fund"] = source.Fund.Id,
                ["fundTitle"] = Both(source.Title),
                ["version"] = source.Manifest.Version,
                ["cutOff"] = source.CutOff,
                ["publishedAt"] = source.PublishedAt,
                ["fiction"] = source.Fund.Fiction,
                ["terms"] = Both(source.Terms),
                ["table"] = schema.Id,
                ["title"] = Both(schema.Title),
                ["grain"] = Both(schema.Grain),
                ["columns"] = new JsonArray([.. schema.Columns.Select(Column)]),
                ["rows"] = new JsonArray([.. table.Rows.Select(row => Row(source, row))]),
            }
        );
    }

    /// <summary>A column's name as JSON has it: <c>amount_minor</c> is <c>amountMinor</c>.</summary>
    public static string NameOf(string column)
    {
        var words = column.Split('_');
        return string.Concat(
            words.Take(1).Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
        );
    }

    /// <summary>Whether minor units stand in a table without the same amount in full, which then is added.</summary>
    public static bool NeedsMajor(TableSchema schema, string column) =>
        column.EndsWith(MinorSuffix, StringComparison.Ordinal)
        && !schema.Columns.Any(other => other.Name == column[..^MinorSuffix.Length]);

    private static JsonObject Column(TableColumn column)
    {
        var node = new JsonObject { ["name"] = NameOf(column.Name), ["title"] = Both(column.Title) };
        if (column.Categories is { } categories)
        {
            node["codes"] = new JsonArray([
                .. categories.Codes.Select(code => new JsonObject
                {
                    ["code"] = code.Value,
                    ["label"] = Both(code.Label),
                }),
            ]);
        }

        return node;
    }

    private static JsonObject Row(ExportSource source, TableRow row)
    {
        var node = new JsonObject();
        for (var index = 0; index < row.Cells.Count; index++)
        {
            var (column, cell) = (row.Schema.Columns[index], row.Cells[index]);
            if (NeedsMajor(row.Schema, column.Name))
            {
                node[NameOf(column.Name[..^MinorSuffix.Length])] = cell is long minor ? source.Text(minor) : null;
            }

            node[NameOf(column.Name)] = Cell(source, column, cell);
        }

        return node;
    }

    private static JsonNode? Cell(ExportSource source, TableColumn column, object? cell) =>
        cell switch
        {
            null => null,
            string text => text,
            long number => number,
            bool truth => truth,
            DateOnly day => ExportSource.Iso(day),
            decimal number => number.ToString(
                "F" + CanonicalCsv.DecimalsOf(column, source.Fund.Currency).ToString(CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture
            ),
            _ => throw new ArgumentException("A cell has another type.", nameof(cell)),
        };

    private static JsonObject Both(BilingualText text) => new() { ["en"] = text.En, ["es"] = text.Es };
}
