using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.States;

namespace Impact.Core.Releases;

/// <summary>What can be found about where a release stands: its keys, the releases around it, the index, its withdrawal.</summary>
/// <param name="Keys">The fund's keys; the trusted one alone where the hand-overs are not right.</param>
/// <param name="HandOver">The claim about its key.</param>
/// <param name="Chain">The claim about the release before.</param>
/// <param name="Index">The claim about the index.</param>
/// <param name="Tombstone">The claim about a withdrawal for safety.</param>
internal sealed record ReleaseStanding(FundKeys Keys, Finding HandOver, Finding Chain, Finding Index, Finding Tombstone)
{
    /// <summary>Finds it.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="manifest">What the release says about itself.</param>
    /// <param name="bytes">The manifest's bytes.</param>
    /// <param name="trustFolder">The folder of trusted public keys.</param>
    /// <exception cref="FaultException">The trusted key is missing or damaged.</exception>
    public static ReleaseStanding Of(string folder, Manifest manifest, byte[] bytes, string trustFolder)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var (keys, broken) = KeysOf(Path.GetDirectoryName(folder) ?? folder, manifest.Fund.Id, trustFolder);
        var listed = ChainClaims.Listed(folder, manifest, digest, keys);
        return new(
            keys,
            broken ?? HandOverClaims.Check(folder, manifest, digest, keys, listed.Entry is not null),
            ChainClaims.Previous(folder, manifest),
            listed.Finding,
            TombstoneClaims.Check(folder, manifest.Fund.Id, listed.Entry, keys)
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
