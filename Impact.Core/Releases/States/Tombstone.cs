using Impact.Core.Catalogue;

namespace Impact.Core.Releases.States;

/// <summary>What stays of a release that was withdrawn for safety, beside its manifest: <c>tombstone.json</c>, whose exact bytes are signed.</summary>
/// <param name="Format">The format, <see cref="KnownFormat"/>.</param>
/// <param name="Fund">The fund's identifier.</param>
/// <param name="Version">The release's version.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest, lower-case hexadecimal.</param>
/// <param name="WithdrawnAt">When it was withdrawn, whole seconds.</param>
/// <param name="Reason">Why.</param>
internal sealed record Tombstone(
    string Format,
    string Fund,
    string Version,
    string ManifestSha256,
    DateTimeOffset WithdrawnAt,
    BilingualText Reason
)
{
    /// <summary>The only format this version writes.</summary>
    public const string KnownFormat = "impact-tombstone/1";

    /// <summary>The only files of a release that was withdrawn for safety.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [ReleaseNames.Manifest, ReleaseNames.ManifestSignature, ReleaseNames.Tombstone, ReleaseNames.TombstoneSignature];

    /// <summary>The bytes of the tombstone of an entry of the index; null when the entry is not one that was withdrawn for safety.</summary>
    public static byte[]? Of(string fund, ReleaseIndexEntry entry) =>
        entry is { State: ReleaseState.WithdrawnForSafety, ChangedAt: { } at, Reason: { } reason }
            ? ReleaseJson.Write(new Tombstone(KnownFormat, fund, entry.Version, entry.ManifestSha256, at, reason))
            : null;

    /// <summary>Whether a folder holds a tombstone, or half of one.</summary>
    public static bool IsIn(string releaseFolder) =>
        File.Exists(Path.Combine(releaseFolder, ReleaseNames.Tombstone))
        || File.Exists(Path.Combine(releaseFolder, ReleaseNames.TombstoneSignature));
}
