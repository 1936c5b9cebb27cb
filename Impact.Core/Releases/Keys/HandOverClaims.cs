using System.Security.Cryptography;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Keys;

/// <summary>The claim that the key of a release was the fund's in its time, and has not signed it since it was given up.</summary>
internal static class HandOverClaims
{
    private static readonly BilingualText Unbound = new(
        "signed by a key that was given up: neither the signed index nor the manifests up to its last release are beside it to show that it is the one of then",
        "firmada con una clave ya relevada: ni el índice firmado ni los manifiestos hasta su última versión están a su lado para mostrar que es la de entonces"
    );

    /// <summary>Checks it.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="manifest">What the release says about itself.</param>
    /// <param name="digest">SHA-256 of its manifest.</param>
    /// <param name="keys">The fund's keys.</param>
    /// <param name="isListed">Whether the index that the present key signed lists exactly this manifest.</param>
    public static Finding Check(string folder, Manifest manifest, string digest, FundKeys keys, bool isListed)
    {
        if (!ReleaseVersion.TryParse(manifest.Version, out var version) || keys.GivenUp(version)?.Last is not { } last)
        {
            return Finding.Of([]);
        }

        return isListed || LeadsTo(folder, last, new(manifest.Version, digest))
            ? Finding.Of([])
            : new(ClaimOutcome.Failed, Unbound);
    }

    /// <summary>Why the hand-overs cannot be followed at all.</summary>
    public static Finding Broken(Fault fault) => Finding.Of([$"{fault.Path} ({fault.Detail})"]);

    /// <summary>Whether the manifests name each other by digest, from a key's last release back to this one.</summary>
    private static bool LeadsTo(string folder, ManifestPrevious from, ManifestPrevious wanted)
    {
        var at = from;
        while (at != wanted)
        {
            var path = Path.Combine(Path.GetDirectoryName(folder) ?? folder, at.Version, ReleaseNames.Manifest);
            var bytes = ReadableFile.Bytes(path) ?? [];
            if (
                Convert.ToHexStringLower(SHA256.HashData(bytes)) != at.ManifestSha256
                || ReleaseJson.ReadManifest(bytes).Previous is not { } previous
            )
            {
                return false;
            }

            at = previous;
        }

        return true;
    }
}
