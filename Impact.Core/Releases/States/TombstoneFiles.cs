using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Releases.States;

/// <summary>Reads what stays of a release that was withdrawn for safety.</summary>
internal static class TombstoneFiles
{
    /// <summary>The bytes of one file, once the file and its signature are checked; null when no such file stays.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="listed">The fund, and the release's entry in its signed index.</param>
    /// <param name="keys">The fund's keys.</param>
    /// <exception cref="FaultException">The file is not the one that was signed.</exception>
    public static byte[]? Read(string folder, string file, (string Fund, ReleaseIndexEntry Entry) listed, FundKeys keys)
    {
        var path = Path.Combine(folder, file);
        if (
            Tombstone.Of(listed.Fund, listed.Entry) is not { } tombstone
            || !Tombstone.Files.Contains(file, StringComparer.Ordinal)
            || !File.Exists(path)
        )
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        var isSigned = file switch
        {
            ReleaseNames.Manifest => IsManifest(bytes, listed.Entry),
            ReleaseNames.ManifestSignature => Bytes(folder, ReleaseNames.Manifest) is { } manifest
                && IsManifest(manifest, listed.Entry)
                && keys.HaveSigned(listed.Entry.Version, manifest, bytes),
            ReleaseNames.Tombstone => bytes.AsSpan().SequenceEqual(tombstone),
            _ => keys.AnyHasSigned(tombstone, bytes),
        };
        return isSigned ? bytes : throw new FaultException(new(Faults.ClaimFailed, path));
    }

    private static bool IsManifest(byte[] bytes, ReleaseIndexEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes)) == entry.ManifestSha256;

    private static byte[]? Bytes(string folder, string name) =>
        Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;
}
