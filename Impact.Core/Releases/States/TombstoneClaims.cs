using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Releases.States;

/// <summary>The claim of a release that was withdrawn for safety: tombstone and index say the same, and no other file stays.</summary>
internal static class TombstoneClaims
{
    /// <summary>Why nothing of such a release's content is checked.</summary>
    public static BilingualText Withdrawn { get; } = new("withdrawn for safety", "retirada por seguridad");

    /// <summary>Checks it; a release that nobody has withdrawn for safety needs no tombstone.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="entry">What the signed index says of the release; null when there is no index, or it does not list the release.</param>
    /// <param name="keys">The fund's keys.</param>
    public static Finding Check(string folder, string fund, ReleaseIndexEntry? entry, FundKeys keys)
    {
        var expected = entry is null ? null : Tombstone.Of(fund, entry);
        if (!Tombstone.IsIn(folder))
        {
            return Finding.Of(expected is null ? [] : [ReleaseNames.Tombstone]);
        }

        if (expected is null)
        {
            return Finding.Of([ReleaseNames.Index]);
        }

        List<string> breaches = [];
        if (!(ReadableFile.Bytes(folder, ReleaseNames.Tombstone) ?? []).AsSpan().SequenceEqual(expected))
        {
            breaches.Add(ReleaseNames.Tombstone);
        }

        if (!keys.AnyHasSigned(expected, ReadableFile.Bytes(folder, ReleaseNames.TombstoneSignature)))
        {
            breaches.Add(ReleaseNames.TombstoneSignature);
        }

        return Finding.Of([.. breaches, .. Left(folder)]);
    }

    private static IEnumerable<string> Left(string folder) =>
        new DirectoryInfo(folder)
            .EnumerateFileSystemInfos()
            .Where(entry =>
                entry is not FileInfo
                || entry.LinkTarget is not null
                || !Tombstone.Files.Contains(entry.Name, StringComparer.Ordinal)
            )
            .Select(entry => entry.Name)
            .Order(StringComparer.Ordinal);
}
