using System.Security.Cryptography;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.States;

namespace Impact.Core.Releases;

/// <summary>The fund's other releases as far as a reader has them: beside the one that is checked, or in the folder that the reader names.</summary>
/// <param name="folder">The folder of the release that is checked.</param>
/// <param name="against">The folder that the reader names as the release compared with; null: none.</param>
/// <param name="manifest">What the release that is checked says about itself.</param>
/// <param name="keys">The fund's keys.</param>
internal sealed class OtherReleases(string folder, string? against, Manifest manifest, FundKeys keys)
{
    /// <summary>How the reader names a folder.</summary>
    public const string Option = "--against";

    private static readonly BilingualText NotAtHand = new(
        "the release compared with is not beside it as it was signed",
        "la versión con la que se compara no está a su lado tal como se firmó"
    );

    /// <summary>Whether the reader names a folder.</summary>
    public bool IsNamed => against is not null;

    /// <summary>Why nothing is compared: a folder that the reader names must hold what it is said to hold.</summary>
    public Finding Absent => IsNamed ? Finding.Of([Option]) : Finding.NotChecked(NotAtHand);

    /// <summary>The release compared with, once it is the one that the manifest names; null where it is not at hand, or there is none to compare with.</summary>
    public Release? Compared()
    {
        var found = manifest.Changes.ComparedWith is { } version ? Find(against ?? Beside(version), version) : null;
        var isIt =
            found is not null
            && found.Manifest.Fund.Id == manifest.Fund.Id
            && (
                manifest.Previous?.Version != found.Manifest.Version
                || manifest.Previous.ManifestSha256 == found.ManifestSha256
            );
        return isIt ? found : null;
    }

    /// <summary>The release before, signature and all, from whichever of the two places has it; null where neither does.</summary>
    public Release? Previous() =>
        manifest.Previous is { } previous
            ? (against is null ? null : Find(against, previous.Version))
                ?? Find(Beside(previous.Version), previous.Version)
            : null;

    /// <summary>
    /// Every earlier release, the newest first, by the digests with which each names the one before it. One that was withdrawn for safety is
    /// passed over; null stands last where the way back breaks off.
    /// </summary>
    public IEnumerable<Release?> Earlier()
    {
        for (var at = manifest.Previous; at is not null; )
        {
            var place = against is not null && IsAt(against, at) ? against : Beside(at.Version);
            if (!IsAt(place, at) || Before(place) is not { } read)
            {
                yield return null;
                yield break;
            }

            if (!Tombstone.IsIn(place))
            {
                yield return Find(place, at.Version);
            }

            at = read.Previous;
        }
    }

    /// <summary>The manifest's bytes of a version beside this release; null where there are none.</summary>
    public byte[]? ManifestBeside(string version) => ReadableFile.Bytes(Beside(version), ReleaseNames.Manifest);

    private static bool IsAt(string place, ManifestPrevious wanted) =>
        ReadableFile.Bytes(place, ReleaseNames.Manifest) is { } bytes
        && Convert.ToHexStringLower(SHA256.HashData(bytes)) == wanted.ManifestSha256;

    private static Manifest? Before(string place)
    {
        try
        {
            return ReleaseJson.ReadManifest(ReadableFile.Bytes(place, ReleaseNames.Manifest) ?? []);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Beside(string version) => Path.Combine(Path.GetDirectoryName(folder) ?? folder, version);

    private Release? Find(string place, string version)
    {
        try
        {
            return Release.Open(place, keys, version);
        }
        catch (FaultException)
        {
            return null;
        }
    }
}
