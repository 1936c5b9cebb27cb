using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.States;

namespace Impact.Core.Releases;

/// <summary>What can be found about where a release stands: its keys, the releases around it, the index, its withdrawal.</summary>
/// <param name="Keys">The fund's keys; the trusted one alone where the hand-overs are not right.</param>
/// <param name="HandOver">The claim about its key.</param>
/// <param name="Chain">The claim about the release before.</param>
/// <param name="Listed">The claim about the index, and what it says.</param>
/// <param name="Tombstone">The claim about a withdrawal for safety.</param>
/// <param name="Others">The releases around it.</param>
internal sealed record ReleaseStanding(
    FundKeys Keys,
    Finding HandOver,
    Finding Chain,
    ListedRelease Listed,
    Finding Tombstone,
    OtherReleases Others
)
{
    /// <summary>Finds it.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="against">The folder that the reader names as the release compared with; null: none.</param>
    /// <param name="manifest">What the release says about itself.</param>
    /// <param name="bytes">The manifest's bytes.</param>
    /// <param name="trustFolder">The folder of trusted public keys.</param>
    /// <exception cref="FaultException">The trusted key is missing or damaged.</exception>
    public static ReleaseStanding Of(
        string folder,
        string? against,
        Manifest manifest,
        byte[] bytes,
        string trustFolder
    )
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var (keys, broken) = KeysOf(Path.GetDirectoryName(folder) ?? folder, manifest.Fund.Id, trustFolder);
        var listed = ChainClaims.Listed(folder, manifest, digest, keys);
        var others = new OtherReleases(folder, against, manifest, keys);
        return new(
            keys,
            broken ?? HandOverClaims.Check(folder, manifest, digest, keys, listed.Entry is not null),
            ChainClaims.Previous(manifest, others, listed.Index),
            listed,
            TombstoneClaims.Check(folder, manifest.Fund.Id, listed.Entry, keys),
            others
        );
    }

    private static (FundKeys Keys, Finding? Broken) KeysOf(string fundFolder, string fund, string trustFolder)
    {
        try
        {
            return (FundKeys.Load(trustFolder, fundFolder, fund), null);
        }
        catch (FaultException error) when (error.Fault.Kind == Faults.HandOverBroken)
        {
            return (FundKeys.Alone(TrustedKey.Load(trustFolder, fund)), HandOverClaims.Broken(error.Fault));
        }
    }
}
