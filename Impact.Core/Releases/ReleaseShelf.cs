using System.Collections.Concurrent;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>The public releases of every fund in one folder: the only way in for readers.</summary>
/// <remarks>
/// Nothing is given out before its signature was checked against the trusted keys. Opened releases are kept, since they never change; a new
/// publication is seen at the next call. Safe to use from many threads.
/// </remarks>
/// <param name="publicFolder">The folder of releases, <c>D/public</c>.</param>
/// <param name="trustFolder">The folder of trusted public keys, <c>D/trust</c>.</param>
public sealed class ReleaseShelf(string publicFolder, string trustFolder)
{
    /// <summary>At most sixty-four releases are kept open, so that a walk through all of them does not fill memory.</summary>
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<string, (IndexFile File, ReleaseIndex Index)> _indexes = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, Release> _releases = new(StringComparer.Ordinal);

    /// <summary>Identifiers of the funds that have at least one published version, in ordinal order; may be none.</summary>
    /// <remarks>A fund whose index is not signed by its trusted key is not listed: asking for it by name says why.</remarks>
    public IReadOnlyList<string> Funds =>
        Directory.Exists(publicFolder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(publicFolder)
                    .Select(folder => Path.GetFileName(folder))
                    .Where(HasPublished)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The signed list of a fund's releases; null when there is no such fund.</summary>
    /// <exception cref="FaultException">The trusted key is missing, or it has not signed the list.</exception>
    public ReleaseIndex? Index(string fund)
    {
        if (!ReleaseNames.IsFund(fund) || IndexFile.Load(Path.Combine(publicFolder, fund)) is not { } file)
        {
            return null;
        }

        if (_indexes.TryGetValue(fund, out var known) && known.File.IsSameAs(file))
        {
            return known.Index;
        }

        var index = file.Read(fund, TrustedKey.Load(trustFolder, fund));
        _indexes[fund] = (file, index);
        return index;
    }

    /// <summary>The newest published release of a fund; null when there is none.</summary>
    /// <exception cref="FaultException">The trusted key is missing, or it has not signed the release.</exception>
    public Release? Latest(string fund) =>
        Index(fund)?.Versions.LastOrDefault(entry => entry.State == ReleaseState.Published) is { } entry
            ? Open(fund, entry)
            : null;

    /// <summary>A release of a fund; null when the index does not list it, or its bytes are not public.</summary>
    /// <param name="fund">The fund's identifier; whatever else it may be is not there.</param>
    /// <param name="version">The exact version, for example <c>1.2.0</c>.</param>
    /// <exception cref="FaultException">The trusted key is missing, it has not signed the release, or the release is another one.</exception>
    public Release? Open(string fund, string version) =>
        Index(fund)?.Versions.FirstOrDefault(entry => entry.Version == version) is { } entry
        && entry.State is not (ReleaseState.Draft or ReleaseState.WithdrawnForSafety)
            ? Open(fund, entry)
            : null;

    /// <summary>What a listed release says about itself, also one whose bytes were deleted for safety: its manifest stays.</summary>
    /// <exception cref="FaultException">The version is not listed, or the manifest is not the one that was signed.</exception>
    internal Manifest Manifest(string fund, string version) =>
        Index(fund)?.Versions.FirstOrDefault(entry => entry.Version == version) is { } entry
            ? Open(fund, entry).Manifest
            : throw new FaultException(new(Faults.VersionUnknown, $"{fund} {version}"));

    private Release Open(string fund, ReleaseIndexEntry entry)
    {
        if (_releases.TryGetValue(entry.ManifestSha256, out var known))
        {
            return known;
        }

        var folder = Path.Combine(publicFolder, fund, entry.Version);
        var release = Release.Open(folder, TrustedKey.Load(trustFolder, fund));
        if (
            release.ManifestSha256 != entry.ManifestSha256
            || release.Manifest.Fund.Id != fund
            || release.Manifest.Version != entry.Version
        )
        {
            throw new FaultException(new(Faults.ClaimFailed, $"{fund}/{entry.Version}/{ReleaseNames.Manifest}"));
        }

        if (_releases.Count >= MostKept)
        {
            _releases.Clear();
        }

        return _releases.GetOrAdd(entry.ManifestSha256, release);
    }

    private bool HasPublished(string fund)
    {
        try
        {
            return Index(fund)?.Versions.Any(entry => entry.State == ReleaseState.Published) ?? false;
        }
        catch (FaultException)
        {
            return false;
        }
    }
}
