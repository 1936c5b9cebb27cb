using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Impact.Core.Releases.Exports;

/// <summary>The 360Giving package as sheets: <c>grants</c>, a grant a row, and <c>Meta</c> with what is said about the whole.</summary>
/// <remarks>Columns are the standard's titles; what it has no title for stands under its path (the rules of flatten-tool).</remarks>
internal static class GrantWorkbook
{
    /// <summary>Path in the package to the standard's title, for one-to-many fields always the first entry.</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = "Identifier",
            ["title"] = "Title",
            ["description"] = "Description",
            ["currency"] = "Currency",
            ["amountAwarded"] = "Amount Awarded",
            ["amountDisbursed"] = "Amount Disbursed",
            ["awardDate"] = "Award Date",
            ["recipientOrganization/0/id"] = "Recipient Org:Identifier",
            ["recipientOrganization/0/name"] = "Recipient Org:Name",
            ["fundingOrganization/0/id"] = "Funding Org:Identifier",
            ["fundingOrganization/0/name"] = "Funding Org:Name",
            ["dateModified"] = "Last Modified",
        };

    /// <summary>The bytes of the workbook.</summary>
    /// <param name="package">What <see cref="GrantPackage.Describe"/> made.</param>
    public static byte[] Write(JsonObject package)
    {
        var grants = package["grants"]!.AsArray().Select(grant => Leaves(grant!, string.Empty).ToList()).ToList();
        var paths = grants
            .SelectMany(grant => grant.Select(leaf => leaf.Path))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var meta = package
            .Where(member => member.Key != "grants")
            .SelectMany(member => Leaves(member.Value!, member.Key))
            .ToList();
        return Spreadsheet.Write([
            new(
                "grants",
                [
                    [.. paths.Select(path => (object)Titles.GetValueOrDefault(path, path))],
                    .. grants.Select(grant => Row(paths, grant)),
                ]
            ),
            new(
                "Meta",
                [
                    [.. meta.Select(leaf => (object)leaf.Path)],
                    [.. meta.Select(leaf => leaf.Value)],
                ]
            ),
        ]);
    }

    private static object?[] Row(List<string> paths, List<(string Path, object Value)> grant)
    {
        var values = grant.ToDictionary(leaf => leaf.Path, leaf => leaf.Value, StringComparer.Ordinal);
        return [.. paths.Select(path => values.GetValueOrDefault(path))];
    }

    private static IEnumerable<(string Path, object Value)> Leaves(JsonNode node, string path) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Leaves(member.Value!, Join(path, member.Key))),
            JsonArray items => items.SelectMany(
                (item, index) => Leaves(item!, Join(path, index.ToString(CultureInfo.InvariantCulture)))
            ),
            _ =>
            [
                (
                    path,
                    node.GetValueKind() == JsonValueKind.Number ? node.GetValue<decimal>() : node.GetValue<string>()
                ),
            ],
        };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";
}
