using System.Globalization;
using System.Text.Json;

namespace Impact.Core.Catalogue;

/// <summary>Writes cells of a schema as JSON and reads them back exactly: how stages of the private side hand tables on.</summary>
internal static class TableJson
{
    /// <summary>One row: numbers and truth values as themselves, decimals and days as texts, so that nothing is rounded.</summary>
    public static void WriteRow(Utf8JsonWriter writer, IReadOnlyList<object?> cells)
    {
        writer.WriteStartArray();
        foreach (var cell in cells)
        {
            switch (cell)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                case bool truth:
                    writer.WriteBooleanValue(truth);
                    break;
                default:
                    writer.WriteStringValue(
                        Convert.ToString(
                            cell is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : cell,
                            CultureInfo.InvariantCulture
                        )
                    );
                    break;
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a row of a schema.</summary>
    /// <exception cref="FormatException">A cell is not of its column's type.</exception>
    public static IReadOnlyList<object?> ReadRow(TableSchema schema, JsonElement row) =>
        [.. row.EnumerateArray().Zip(schema.Columns, (cell, column) => Read(column.Type, cell))];

    private static object? Read(ColumnType type, JsonElement cell) =>
        cell.ValueKind == JsonValueKind.Null
            ? null
            : type switch
            {
                ColumnType.Integer => cell.GetInt64(),
                ColumnType.Boolean => cell.GetBoolean(),
                ColumnType.Decimal => decimal.Parse(
                    cell.GetString()!,
                    NumberStyles.Number,
                    CultureInfo.InvariantCulture
                ),
                ColumnType.Date => DateOnly.ParseExact(cell.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ => cell.GetString(),
            };
}
