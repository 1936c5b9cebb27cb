using System.Security.Cryptography;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>Makes the manifest of a draft, and lists the files of a folder.</summary>
internal static class ReleaseManifests
{
    /// <summary>What a licence or an attribution reads when nobody states one.</summary>
    public const string NoneStated = "none stated";

    /// <summary>Digests of a draft's tables, ordered by table.</summary>
    public static IReadOnlyList<ManifestContent> Content(ReleaseDraft draft) =>
        [
            .. draft
                .Tables.Select(table => table.Table)
                .OrderBy(table => table.Schema.Id, StringComparer.Ordinal)
                .Select(table => new ManifestContent(table.Schema.Id, table.Rows.Count, CanonicalCsv.Digest(table))),
        ];

    /// <summary>The manifest of a draft, still without its files.</summary>
    public static Manifest Begin(ReleaseDraft draft, IReadOnlyList<ManifestContent> content, ReleaseSlot slot) =>
        new()
        {
            Format = Manifest.KnownFormat,
            Fund = new(draft.Fund.Id, draft.Fund.Name, draft.Fund.Purpose, draft.Fund.Currency, draft.Fund.Fiction),
            Version = slot.Version.ToString(),
            PublishedAt = slot.PublishedAt,
            CutOff = draft.CutOff,
            Previous = slot.Previous,
            Policy = draft.Policy,
            RulesVersion = draft.RulesVersion,
            Tool = draft.Tool,
            Metrics = [.. draft.Metrics.OrderBy(metric => metric.Id, StringComparer.Ordinal)],
            Sources = [.. draft.Fund.Sources.Select(Stated)],
            Checks = draft.Checks,
            Content = content,
            Files = [],
        };

    /// <summary>Every file below a folder but the manifest and its signature, ordered by path.</summary>
    public static IReadOnlyList<ReleaseFile> Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Describe(folder, path))
                .Where(file => file.Path is not (ReleaseNames.Manifest or ReleaseNames.ManifestSignature))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

    private static ReleaseFile Describe(string folder, string path)
    {
        using var stream = File.OpenRead(path);
        var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        return new(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static FundSource Stated(FundSource source) =>
        source with
        {
            Licence = string.IsNullOrWhiteSpace(source.Licence) ? NoneStated : source.Licence,
            Attribution = string.IsNullOrWhiteSpace(source.Attribution) ? NoneStated : source.Attribution,
        };
}

/// <summary>The place of a new release in the fund's chain.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Previous">The release before, or null.</param>
/// <param name="PublishedAt">When it is published, whole seconds.</param>
internal sealed record ReleaseSlot(ReleaseVersion Version, ManifestPrevious? Previous, DateTimeOffset PublishedAt);
