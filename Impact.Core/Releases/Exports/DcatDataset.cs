using System.Text.Json.Nodes;

namespace Impact.Core.Releases.Exports;

/// <summary>The release as a dataset of DCAT-US 3.0, the catalogue format of the United States.</summary>
/// <remarks>The contact is the fund by name: a release holds nobody's address. Source: resources.data.gov.</remarks>
internal static class DcatDataset
{
    /// <summary>The document.</summary>
    public static JsonObject Describe(ExportSource source)
    {
        var node = new JsonObject
        {
            ["@type"] = "Dataset",
            ["title"] = source.Title.En,
            ["description"] = $"{source.Purpose.En} {source.Terms.En}",
            ["identifier"] = $"{source.Fund.Id}/{source.Manifest.Version}",
            ["contactPoint"] = new JsonObject { ["@type"] = "Kind", ["fn"] = source.Title.En },
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = source.Title.En },
            ["issued"] = source.PublishedAt,
            ["modified"] = source.PublishedAt,
            ["version"] = source.Manifest.Version,
            ["language"] = new JsonArray("en", "es"),
            ["describedBy"] = new JsonObject
            {
                ["@type"] = "Distribution",
                ["downloadURL"] = "csvw.json",
                ["mediaType"] = "application/csvm+json",
            },
            ["distribution"] = new JsonArray([
                .. source.Tables.Select(table => Download(table.Schema.Id, table.Schema.Title.En)),
            ]),
        };
        if (source.FirstDay is { } first)
        {
            node["temporal"] = new JsonArray(
                new JsonObject
                {
                    ["@type"] = "PeriodOfTime",
                    ["startDate"] = ExportSource.Iso(first),
                    ["endDate"] = source.CutOff,
                }
            );
        }

        return node;
    }

    private static JsonObject Download(string table, string title)
    {
        return new()
        {
            ["@type"] = "Distribution",
            ["title"] = title,
            ["downloadURL"] = $"../../{ReleaseNames.Csv(table)}",
            ["mediaType"] = "text/csv",
        };
    }
}
