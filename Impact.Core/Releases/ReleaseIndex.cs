using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>The signed list of a fund's releases: <c>index.json</c>.</summary>
/// <param name="Fund">The fund's identifier.</param>
/// <param name="Versions">Its releases, oldest version first.</param>
public sealed record ReleaseIndex(string Fund, IReadOnlyList<ReleaseIndexEntry> Versions);

/// <summary>One release in the index.</summary>
/// <param name="Version">Its version.</param>
/// <param name="State">Its state now.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="CutOff">The last day whose records are counted.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest, lower-case hexadecimal.</param>
/// <param name="ChangedAt">When it came to its state, whole seconds; null while it is as it was published.</param>
/// <param name="Reason">Why it was withdrawn; null for every other state.</param>
public sealed record ReleaseIndexEntry(
    string Version,
    ReleaseState State,
    DateTimeOffset PublishedAt,
    DateOnly CutOff,
    string ManifestSha256,
    DateTimeOffset? ChangedAt = null,
    BilingualText? Reason = null
);

/// <summary>Where a release stands; <see cref="States.ReleaseStates"/> says who moves it and what readers see.</summary>
public enum ReleaseState
{
    /// <summary>Not public.</summary>
    Draft,

    /// <summary>Public and valid.</summary>
    Published,

    /// <summary>Public; a later release replaces it.</summary>
    Deprecated,

    /// <summary>Public as a record; its figures must not be used.</summary>
    Withdrawn,

    /// <summary>Its bytes are deleted because they endangered people; the manifest stays.</summary>
    WithdrawnForSafety,
}
