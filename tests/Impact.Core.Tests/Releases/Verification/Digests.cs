using System.Security.Cryptography;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>Digests as a manifest writes them.</summary>
internal static class Digests
{
    /// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
    public static string Of(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
