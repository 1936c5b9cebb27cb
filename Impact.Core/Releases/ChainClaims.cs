using System.Security.Cryptography;
using Impact.Core.Catalogue;

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

    /// <summary>Whether the signed index, when it is beside the release, lists exactly this manifest.</summary>
    public static Finding Listed(string folder, Manifest manifest, byte[] manifestBytes, TrustedKey key)
    {
        try
        {
            if (IndexFile.Load(FundFolder(folder)) is not { } file)
            {
                return Finding.NotChecked(NoIndex);
            }

            var digest = Convert.ToHexStringLower(SHA256.HashData(manifestBytes));
            var isListed = file.Read(manifest.Fund.Id, key)
                .Versions.Any(entry => entry.Version == manifest.Version && entry.ManifestSha256 == digest);
            return Finding.Of(isListed ? [] : [ReleaseNames.Index]);
        }
        catch (FaultException error)
        {
            return Finding.Of([error.Fault.Path]);
        }
    }

    private static string FundFolder(string folder) => Path.GetDirectoryName(folder) ?? folder;
}
