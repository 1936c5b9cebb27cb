using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Core.Disclosure;

/// <summary>Keeps controlled tables of a run in the private store between two stages, each row with its decision.</summary>
internal static class ControlledTableFile
{
    /// <summary>All tables as one JSON text.</summary>
    public static byte[] Write(IReadOnlyList<ControlledTable> tables)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var table in tables)
            {
                writer.WriteStartObject();
                writer.WriteString("table", table.Table.Schema.Id);
                writer.WriteStartArray("rows");
                for (var index = 0; index < table.Decisions.Count; index++)
                {
                    writer.WriteStartObject();
                    writer.WriteString("decision", table.Decisions[index]);
                    writer.WritePropertyName("cells");
                    TableJson.WriteRow(writer, table.Table.Rows[index].Cells);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; a row without a decision stops the run.</summary>
    /// <exception cref="InvalidDataException">A table is not in the catalogue.</exception>
    public static IReadOnlyList<ControlledTable> Read(byte[] file)
    {
        using var document = JsonDocument.Parse(file);
        return [.. document.RootElement.EnumerateArray().Select(ReadTable)];
    }

    private static ControlledTable ReadTable(JsonElement element)
    {
        var schema =
            PublishedTables.Find(element.GetProperty("table").GetString()!)
            ?? throw new InvalidDataException("A controlled table is not in the catalogue.");
        var rows = element
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row =>
                (
                    TableJson.ReadRow(schema, row.GetProperty("cells")),
                    row.GetProperty("decision").GetString() ?? string.Empty
                )
            );
        return ControlledTable.Decide(schema, [.. rows]);
    }
}
