using System.Security.Cryptography;
using System.Text;
using Impact.Core.Releases;

namespace Impact.Web.Hosting;

/// <summary>Names what a page was printed from: the digests of the manifests, their states, and this build of the program.</summary>
internal static class Stamp
{
    // Thirty-two hexadecimal digits, one hundred and twenty-eight bits: no two pages share one by chance.
    private const int Length = 32;

    // The same source makes the same identifier, since the build is deterministic.
    private static readonly string Build = typeof(Stamp).Module.ModuleVersionId.ToString("N");

    /// <summary>The stamp of pages that depend on these funds.</summary>
    public static string Of(IEnumerable<ReleaseIndex> indexes, string rest)
    {
        var text = new StringBuilder(Build).Append('\n').Append(rest).Append('\n');
        foreach (var index in indexes)
        {
            text.Append(index.Fund).Append('\n');
            foreach (var entry in index.Versions)
            {
                text.Append(entry.Version)
                    .Append(' ')
                    .Append(entry.State)
                    .Append(' ')
                    .Append(entry.ManifestSha256)
                    .Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }
}
