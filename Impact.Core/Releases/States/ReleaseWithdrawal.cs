using Impact.Core.Catalogue;

namespace Impact.Core.Releases.States;

/// <summary>Withdraws releases: the fund's own decision, said in the signed index.</summary>
/// <param name="dataFolder">The data directory, <c>D</c>.</param>
internal sealed class ReleaseWithdrawal(string dataFolder)
{
    /// <summary>Withdraws a release. One that is withdrawn for safety already is left as it is, and what a stop left of its files is deleted.</summary>
    /// <param name="fund">The fund's identifier.</param>
    /// <param name="version">The exact version.</param>
    /// <param name="withdrawal">Why and how.</param>
    /// <returns>The release's entry in the index, as it now is.</returns>
    /// <exception cref="FaultException">There is no such release, it may not be withdrawn from where it stands, or another program publishes.</exception>
    public ReleaseIndexEntry Withdraw(string fund, string version, Withdrawal withdrawal)
    {
        try
        {
            using var folder = FundShelfFolder.Take(dataFolder, fund);
            var index = folder.Index();
            var entry = Find(index, version);
            if (entry.State != ReleaseState.WithdrawnForSafety || withdrawal.State != entry.State)
            {
                index = ReleaseMoves.Withdraw(index, entry, withdrawal);
                folder.Write(index);
            }

            SafetyWithdrawal.Finish(folder, index);
            return Find(index, version);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new(Faults.ReleaseUnwritten, $"{fund}/{version}"));
        }
    }

    /// <summary>The releases whose list of changes repeats what stood in a release: those compared with it whose files readers still get.</summary>
    public IReadOnlyList<string> RepeatedIn(string fund, string version)
    {
        using var folder = FundShelfFolder.Take(dataFolder, fund);
        return
        [
            .. folder
                .Index()
                .Versions.Where(entry => ReleaseStates.Of(entry.State).FilesArePublic)
                .Select(entry =>
                    Release.Open(folder.PathOf(ReleaseVersion.Parse(entry.Version)), folder.Keys, entry.Version)
                )
                .Where(release => release.Manifest.Changes.ComparedWith == version)
                .Select(release => release.Manifest.Version),
        ];
    }

    private static ReleaseIndexEntry Find(ReleaseIndex index, string version) =>
        index.Versions.FirstOrDefault(entry => entry.Version == version)
        ?? throw new FaultException(new(Faults.ReleaseUnknown, $"{index.Fund}/{version}"));
}
