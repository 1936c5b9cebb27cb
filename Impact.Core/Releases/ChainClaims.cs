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

    /// <summary>Whether the release before, when it is beside this one, is the one that the manifest names.</summary>
    public static Finding Previous(string folder, Manifest manifest)
    {
        if (manifest.Previous is not { } previous)
        {
            return Finding.Of([]);
        }

        var path = Path.Combine(FundFolder(folder), previous.Version, ReleaseNames.Manifest);
        if (!File.Exists(path))
        {
            return Finding.NotChecked(NoPrevious);
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        return Finding.Of(digest == previous.ManifestSha256 ? [] : [previous.Version]);
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
            if (IndexFile.Load(FundFolder(folder)) is not { } file)
            {
                return new(Finding.NotChecked(NoIndex), Entry: null);
            }

            var listed = file.Read(manifest.Fund.Id, keys)
                .Versions.FirstOrDefault(entry => entry.Version == manifest.Version && entry.ManifestSha256 == digest);
            return listed is null
                ? new(Finding.Of([ReleaseNames.Index]), Entry: null)
                : new(new(ClaimOutcome.Passed, Remark(listed)), listed);
        }
        catch (FaultException error)
        {
            return new(Finding.Of([error.Fault.Path]), Entry: null);
        }
    }

    /// <summary>Who checks a withdrawn release must learn that it is one.</summary>
    private static BilingualText? Remark(ReleaseIndexEntry entry) =>
        entry.Reason is { } reason
            ? new(
                Invariant($"withdrawn on {entry.ChangedAt:yyyy-MM-dd}: {reason.En}"),
                Invariant($"retirada el {entry.ChangedAt:yyyy-MM-dd}: {reason.Es}")
            )
            : null;

    private static string FundFolder(string folder) => Path.GetDirectoryName(folder) ?? folder;
}

/// <summary>What the signed index says of a release.</summary>
/// <param name="Finding">Whether it lists the release; with a remark when it was withdrawn.</param>
/// <param name="Entry">Its entry; null when there is no index, or it does not list the release.</param>
internal sealed record ListedRelease(Finding Finding, ReleaseIndexEntry? Entry);
