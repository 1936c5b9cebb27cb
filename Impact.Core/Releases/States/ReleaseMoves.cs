using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.States;

/// <summary>Moves releases from state to state in an index: only as <see cref="ReleaseStates"/> allows.</summary>
internal static class ReleaseMoves
{
    /// <summary>The index with a new release that is published; the one that was is replaced by it.</summary>
    /// <exception cref="FaultException"><see cref="Faults.ReleaseState"/>.</exception>
    public static ReleaseIndex Publish(ReleaseIndex index, ReleaseIndexEntry entry)
    {
        Require(entry, ReleaseState.Published);
        return index with
        {
            Versions =
            [
                .. index.Versions.Select(one =>
                    one.State == ReleaseState.Published ? Move(one, ReleaseState.Deprecated, entry.PublishedAt) : one
                ),
                entry with
                {
                    State = ReleaseState.Published,
                },
            ],
        };
    }

    /// <summary>The index with a release withdrawn. When it was the published one, the newest that it had replaced is published again.</summary>
    /// <exception cref="FaultException"><see cref="Faults.ReleaseState"/>.</exception>
    public static ReleaseIndex Withdraw(ReleaseIndex index, ReleaseIndexEntry entry, Withdrawal withdrawal)
    {
        var moved = Move(entry, withdrawal.State, withdrawal.At) with { Reason = withdrawal.Reason };
        var versions = index.Versions.Select(one => one == entry ? moved : one).ToList();
        var newest = versions.FindLastIndex(one => one.State == ReleaseState.Deprecated);
        if (newest >= 0 && !versions.Exists(one => one.State == ReleaseState.Published))
        {
            versions[newest] = Move(versions[newest], ReleaseState.Published, withdrawal.At);
        }

        return index with
        {
            Versions = versions,
        };
    }

    /// <summary>Refuses to publish what was withdrawn once more under another number.</summary>
    /// <param name="folder">The fund's folder, where manifests stay whatever became of their releases.</param>
    /// <param name="index">The index.</param>
    /// <param name="content">The content that is to be published.</param>
    /// <exception cref="FaultException"><see cref="Faults.ReleaseWithdrawn"/>.</exception>
    public static void RequireNotWithdrawn(
        FundShelfFolder folder,
        ReleaseIndex index,
        IReadOnlyList<ManifestContent> content
    )
    {
        var same = index.Versions.FirstOrDefault(entry =>
            entry.State is ReleaseState.Withdrawn or ReleaseState.WithdrawnForSafety
            && ContentOf(folder.Path, entry).SequenceEqual(content)
        );
        if (same is not null)
        {
            throw new FaultException(new(Faults.ReleaseWithdrawn, $"{index.Fund}/{same.Version}"));
        }
    }

    private static IReadOnlyList<ManifestContent> ContentOf(string fundFolder, ReleaseIndexEntry entry)
    {
        var path = Path.Combine(fundFolder, entry.Version, ReleaseNames.Manifest);
        try
        {
            return ReleaseManifests.OwnContent(ReleaseJson.ReadManifest(File.ReadAllBytes(path)));
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, path));
        }
    }

    private static ReleaseIndexEntry Move(ReleaseIndexEntry entry, ReleaseState to, DateTimeOffset at)
    {
        Require(entry, to);
        return entry with { State = to, ChangedAt = at };
    }

    private static void Require(ReleaseIndexEntry entry, ReleaseState to)
    {
        if (!ReleaseStates.Of(entry.State).MayFollow.Contains(to))
        {
            var move = $"{ReleaseStates.Of(entry.State).Code} → {ReleaseStates.Of(to).Code}";
            throw new FaultException(new(Faults.ReleaseState, entry.Version, move));
        }
    }
}
