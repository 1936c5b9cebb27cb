using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Core.Metrics;

/// <summary>Keeps the raw tables of a run in the private store between two stages.</summary>
internal static class RawTableFile
{
    /// <summary>All tables as one JSON text.</summary>
    public static byte[] Write(IReadOnlyList<RawTable> tables)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var table in tables)
            {
                Write(writer, table);
            }

            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Write(IReadOnlyList{RawTable})"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A table is not in the catalogue.</exception>
    public static IReadOnlyList<RawTable> Read(byte[] file)
    {
        using var document = JsonDocument.Parse(file);
        return [.. document.RootElement.EnumerateArray().Select(ReadTable)];
    }

    private static void Write(Utf8JsonWriter writer, RawTable table)
    {
        writer.WriteStartObject();
        writer.WriteString("table", table.Schema.Id);
        writer.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("cells");
            TableJson.WriteRow(writer, row.Cells);
            if (row.Evidence is { } evidence)
            {
                writer.WritePropertyName("evidence");
                JsonSerializer.Serialize(writer, evidence);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static RawTable ReadTable(JsonElement element)
    {
        var schema =
            PublishedTables.Find(element.GetProperty("table").GetString()!)
            ?? TablesAwaitingNoise.Find(element.GetProperty("table").GetString()!)
            ?? throw new InvalidDataException("A raw table is not in the catalogue.");
        var rows = element.GetProperty("rows").EnumerateArray().Select(row => ReadRow(schema, row));
        return new(schema, [.. rows]);
    }

    private static RawRow ReadRow(TableSchema schema, JsonElement row) =>
        new(
            TableJson.ReadRow(schema, row.GetProperty("cells")),
            row.TryGetProperty("evidence", out var evidence) ? evidence.Deserialize<InflowEvidence>() : null
        );
}
