using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Changes;

namespace Impact.Core.Releases;

/// <summary>Makes the manifest of a draft, and lists the files of a folder.</summary>
internal static class ReleaseManifests
{
    /// <summary>What a licence or an attribution reads when nobody states one.</summary>
    public const string NoneStated = "none stated";

    /// <summary>Digests of tables, ordered by table.</summary>
    public static IReadOnlyList<ManifestContent> Content(IEnumerable<PublishedTable> tables) =>
        [
            .. tables
                .OrderBy(table => table.Schema.Id, StringComparer.Ordinal)
                .Select(table => new ManifestContent(table.Schema.Id, table.Rows.Count, CanonicalCsv.Digest(table))),
        ];

    /// <summary>The content of a release but the tables that tell what is other than in the release before.</summary>
    public static IReadOnlyList<ManifestContent> OwnContent(Manifest manifest) =>
        [
            .. manifest.Content.Where(content =>
                PublishedTables.Find(content.Table) is { } table && !PublishedTables.TellsOfReleases(table)
            ),
        ];

    /// <summary>The manifest of a draft, still without the moment of publication, approvals and files.</summary>
    public static Manifest Begin(ReleaseDraft draft, ReleasePlan plan) =>
        new()
        {
            Format = Manifest.KnownFormat,
            Fund = new(draft.Fund.Id, draft.Fund.Name, draft.Fund.Purpose, draft.Fund.Currency, draft.Fund.Fiction),
            Version = plan.Version.ToString(),
            PublishedAt = DateTimeOffset.UnixEpoch,
            CutOff = draft.CutOff,
            Previous = plan.Previous,
            Policy = draft.Policy,
            RulesVersion = draft.RulesVersion,
            Tool = draft.Tool,
            Metrics = [.. draft.Metrics.OrderBy(metric => metric.Id, StringComparer.Ordinal)],
            Sources = [.. draft.Fund.Sources.Select(Stated)],
            Changes = plan.Changes,
            Notes = plan.Notes,
            Checks = plan.Checks,
            Content = Content(plan.Tables),
            Privacy = draft.Privacy?.Numbers,
            Files = [],
        };

    /// <summary>Digest of everything a release says but the moment of publication, the approvals and the files: what is approved.</summary>
    public static string DraftSha256(Manifest begun) =>
        Convert.ToHexStringLower(SHA256.HashData(ReleaseJson.Write(begun)));

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
