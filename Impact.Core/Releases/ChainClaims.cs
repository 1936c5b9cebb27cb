using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;
using static System.FormattableString;

namespace Impact.Core.Releases;

/// <summary>The claims about a release's place among the others; checked where the others are at hand.</summary>
internal static class ChainClaims
{
    private static readonly BilingualText NoPrevious = new(
        "the release before is not beside it",
        "la versión anterior no está a su lado"
    );

    private static readonly BilingualText NoIndex = new("there is no index beside it", "no hay un índice a su lado");

    /// <summary>Whether the release before is the one that the manifest names: by the signed index, by its manifest, and by what the reader names.</summary>
    /// <param name="manifest">What the release says about itself.</param>
    /// <param name="others">The releases around it.</param>
    /// <param name="index">The signed index that lists the release; null where there is none.</param>
    public static Finding Previous(Manifest manifest, OtherReleases others, ReleaseIndex? index)
    {
        var named = others.IsNamed ? others.Compared() : null;
        if (others.IsNamed && named is null)
        {
            return others.Absent;
        }

        if (index is not null && Before(index, manifest.Version) != manifest.Previous)
        {
            return Finding.Of([ReleaseNames.Index]);
        }

        if (manifest.Previous is not { } previous)
        {
            return Finding.Of([]);
        }

        if (others.ManifestBeside(previous.Version) is { } bytes)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return Finding.Of(digest == previous.ManifestSha256 ? [] : [previous.Version]);
        }

        return named?.ManifestSha256 == previous.ManifestSha256 ? Finding.Of([]) : Finding.NotChecked(NoPrevious);
    }

    /// <summary>Whether the signed index, when it is beside the release, lists exactly this manifest, and what it says of it.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="manifest">What the release says about itself.</param>
    /// <param name="digest">SHA-256 of its manifest.</param>
    /// <param name="keys">The fund's keys.</param>
    public static ListedRelease Listed(string folder, Manifest manifest, string digest, FundKeys keys)
    {
        try
        {
            if (IndexFile.Load(Path.GetDirectoryName(folder) ?? folder) is not { } file)
            {
                return new(Finding.NotChecked(NoIndex));
            }

            var index = file.Read(manifest.Fund.Id, keys);
            var listed = index.Versions.FirstOrDefault(entry =>
                entry.Version == manifest.Version && entry.ManifestSha256 == digest
            );
            return listed is null
                ? new(Finding.Of([ReleaseNames.Index]))
                : new(new(ClaimOutcome.Passed, Remark(listed)), index, listed);
        }
        catch (FaultException error)
        {
            return new(Finding.Of([error.Fault.Path]));
        }
    }

    /// <summary>The release that stands before a version in the index; null for the first.</summary>
    private static ManifestPrevious? Before(ReleaseIndex index, string version) =>
        index.Versions.TakeWhile(entry => entry.Version != version).LastOrDefault() is { } before
            ? new(before.Version, before.ManifestSha256)
            : null;

    /// <summary>Who checks a withdrawn release must learn that it is one.</summary>
    private static BilingualText? Remark(ReleaseIndexEntry entry) =>
        entry.Reason is { } reason
            ? new(
                Invariant($"withdrawn on {entry.ChangedAt:yyyy-MM-dd}: {reason.En}"),
                Invariant($"retirada el {entry.ChangedAt:yyyy-MM-dd}: {reason.Es}")
            )
            : null;
}

/// <summary>What the signed index says of a release.</summary>
/// <param name="Finding">Whether it lists the release; with a remark when it was withdrawn.</param>
/// <param name="Index">The index; null when there is none, or it does not list the release.</param>
/// <param name="Entry">The release's entry; null as the index.</param>
internal sealed record ListedRelease(Finding Finding, ReleaseIndex? Index = null, ReleaseIndexEntry? Entry = null);
