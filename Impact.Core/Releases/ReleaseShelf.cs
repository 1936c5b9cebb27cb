using System.Collections.Concurrent;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.States;

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

    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);
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
    /// <exception cref="FaultException">The trusted key is missing, or the fund's present key has not signed the list.</exception>
    public ReleaseIndex? Index(string fund) => List(fund)?.Index;

    /// <summary>The newest published release of a fund; null when there is none.</summary>
    /// <exception cref="FaultException">The trusted key is missing, or it has not signed the release.</exception>
    public Release? Latest(string fund) =>
        List(fund) is { } listing
        && listing.Index.Versions.LastOrDefault(entry => entry.State == ReleaseState.Published) is { } entry
            ? Open(listing, entry)
            : null;

    /// <summary>A release of a fund; null when the index does not list it, or its bytes are not public.</summary>
    /// <param name="fund">The fund's identifier; whatever else it may be is not there.</param>
    /// <param name="version">The exact version, for example <c>1.2.0</c>.</param>
    /// <exception cref="FaultException">The trusted key is missing, it has not signed the release, or the release is another one.</exception>
    public Release? Open(string fund, string version) =>
        List(fund) is { } listing
        && listing.Index.Versions.FirstOrDefault(entry => entry.Version == version) is { } entry
        && ReleaseStates.Of(entry.State).FilesArePublic
            ? Open(listing, entry)
            : null;

    /// <summary>What a listed release says about itself, also one whose bytes were deleted for safety: its manifest stays.</summary>
    /// <exception cref="FaultException">The version is not listed, or the manifest is not the one that was signed.</exception>
    internal Manifest Manifest(string fund, string version) =>
        Open(fund, version)?.Manifest
        ?? (
            Remains(fund, version, ReleaseNames.Manifest) is { } kept
                ? ReleaseJson.ReadManifest(kept)
                : throw new FaultException(new(Faults.VersionUnknown, $"{fund} {version}"))
        );

    /// <summary>What stays of a release that was withdrawn for safety: manifest, tombstone and their signatures.</summary>
    /// <param name="fund">The fund's identifier.</param>
    /// <param name="version">The exact version.</param>
    /// <param name="file">The file's name, for example <c>tombstone.json</c>.</param>
    /// <returns>Its bytes once they are checked; null when the release is in another state, or no such file stays.</returns>
    /// <exception cref="FaultException">The trusted key is missing, or the file is not the one that was signed.</exception>
    public byte[]? Remains(string fund, string version, string file) =>
        List(fund) is { } listing
        && listing.Index.Versions.FirstOrDefault(entry => entry.Version == version) is { } entry
            ? TombstoneFiles.Read(Path.Combine(publicFolder, fund, version), file, (fund, entry), listing.Keys)
            : null;

    private Listing? List(string fund)
    {
        if (!ReleaseNames.IsFund(fund) || IndexFile.Load(Path.Combine(publicFolder, fund)) is not { } file)
        {
            return null;
        }

        if (_listings.TryGetValue(fund, out var known) && known.File.IsSameAs(file))
        {
            return known;
        }

        try
        {
            return _listings[fund] = Read(fund);
        }
        catch (FaultException)
        {
            // A key that was rotated between two of our readings: a second look sees all of it.
            return _listings[fund] = Read(fund);
        }
    }

    private Listing Read(string fund)
    {
        var folder = Path.Combine(publicFolder, fund);
        var keys = FundKeys.Load(trustFolder, folder, fund);
        var file =
            IndexFile.Load(folder)
            ?? throw new FaultException(new(Faults.ClaimFailed, Path.Combine(folder, ReleaseNames.Index)));
        return new(file, keys, file.Read(fund, keys));
    }

    private Release Open(Listing listing, ReleaseIndexEntry entry)
    {
        if (_releases.TryGetValue(entry.ManifestSha256, out var known))
        {
            return known;
        }

        var fund = listing.Index.Fund;
        var release = Release.Open(Path.Combine(publicFolder, fund, entry.Version), listing.Keys, entry.Version);
        if (release.ManifestSha256 != entry.ManifestSha256 || release.Manifest.Fund.Id != fund)
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

    /// <summary>A fund's index as it was read, with the keys that it was read by.</summary>
    private sealed record Listing(IndexFile File, FundKeys Keys, ReleaseIndex Index);
}
