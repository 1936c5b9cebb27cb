using System.Text.Json.Nodes;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>The CSV files as a CSVW table group (W3C, Metadata Vocabulary for Tabular Data): titles in two languages, types, keys.</summary>
internal static class CsvOnTheWeb
{
    /// <summary>The document.</summary>
    public static JsonObject Describe(ExportSource source) =>
        new()
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" }),
            ["@type"] = "TableGroup",
            ["dc:title"] = new JsonArray(Said("en", source.Title.En), Said("es", source.Title.Es)),
            ["dc:description"] = $"{source.Purpose.En} {source.Terms.En}",
            ["dc:issued"] = source.PublishedAt,
            ["tables"] = new JsonArray([.. source.Tables.Select(table => Table(table.Schema))]),
        };

    private static JsonObject Said(string language, string text) =>
        new() { ["@value"] = text, ["@language"] = language };

    private static JsonObject Table(TableSchema table)
    {
        var schema = new JsonObject { ["columns"] = new JsonArray([.. table.Columns.Select(Column)]) };
        if (!table.Key.Any(name => table.Columns[table.IndexOf(name)].Nullable))
        {
            schema["primaryKey"] = new JsonArray([.. table.Key.Select(name => JsonValue.Create(name))]);
        }

        return new()
        {
            ["@type"] = "Table",
            ["url"] = $"../../{ReleaseNames.Csv(table.Id)}",
            ["dc:title"] = new JsonArray(Said("en", table.Title.En), Said("es", table.Title.Es)),
            ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["lineTerminators"] = new JsonArray("\n") },
            ["tableSchema"] = schema,
        };
    }

    private static JsonObject Column(TableColumn column) =>
        new()
        {
            ["name"] = column.Name,
            ["titles"] = new JsonObject { ["en"] = column.Title.En, ["es"] = column.Title.Es },
            ["datatype"] = TypeOf(column.Type),
            ["required"] = !column.Nullable,
            ["null"] = string.Empty,
        };

    private static string TypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Text => "string",
            ColumnType.Integer => "long",
            ColumnType.Decimal => "decimal",
            ColumnType.Date => "date",
            ColumnType.Boolean => "boolean",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
