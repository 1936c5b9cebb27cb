using System.Text.Json.Nodes;

namespace Impact.Core.Releases.Exports;

/// <summary>The release as a schema.org <c>Dataset</c> in JSON-LD, for search engines of data.</summary>
/// <remarks>Places are not told: a release knows of none. Addresses of files are relative to the document.</remarks>
internal static class SchemaOrgDataset
{
    /// <summary>A description has at least fifty characters, or search engines pass it over.</summary>
    private const int LeastDescription = 50;

    /// <summary>The document.</summary>
    public static JsonObject Describe(ExportSource source)
    {
        var description = $"{source.Purpose.En} {source.Terms.En}";
        var node = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "Dataset",
            ["name"] = new JsonArray(In("en", source.Title.En), In("es", source.Title.Es)),
            ["description"] =
                description.Length < LeastDescription
                    ? $"{description} Published figures of a pooled humanitarian fund."
                    : description,
            ["identifier"] = $"{source.Fund.Id}/{source.Manifest.Version}",
            ["version"] = source.Manifest.Version,
            ["datePublished"] = source.PublishedAt,
            ["temporalCoverage"] = source.FirstDay is { } first
                ? $"{ExportSource.Iso(first)}/{source.CutOff}"
                : $"../{source.CutOff}",
            ["isAccessibleForFree"] = true,
            ["inLanguage"] = new JsonArray("en", "es"),
            ["creator"] = Organisation(source.Title.En),
            ["publisher"] = Organisation(source.Title.En),
            ["creditText"] = source.Terms.En,
            ["isBasedOn"] = new JsonArray([
                .. source.Manifest.Sources.Where(one => one.IsPublic).Select(one => JsonValue.Create(one.Address)),
            ]),
            ["distribution"] = new JsonArray([.. source.Tables.Select(table => Download(table.Schema.Id))]),
        };
        if (Licences.OnlyAddress(source.Manifest) is { } licence)
        {
            node["license"] = licence;
        }

        return node;
    }

    private static JsonObject In(string language, string text) => new() { ["@language"] = language, ["@value"] = text };

    private static JsonObject Organisation(string name) => new() { ["@type"] = "Organization", ["name"] = name };

    private static JsonObject Download(string table) =>
        new()
        {
            ["@type"] = "DataDownload",
            ["name"] = table,
            ["contentUrl"] = $"../../{ReleaseNames.Csv(table)}",
            ["encodingFormat"] = "text/csv",
        };
}
