using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>A draft as it was built: what approvers look at.</summary>
/// <param name="Sha256">Digest of everything the release would say, but for the moment of publication and the approvals.</param>
/// <param name="Version">The version it would have.</param>
/// <param name="Approvals">Who has approved it, in the order they did.</param>
internal sealed record BuiltDraft(string Sha256, string Version, IReadOnlyList<string> Approvals);

/// <summary>Approvals of one fund's next release. They hold for one draft, to the letter: when anything in it changes, they are gone.</summary>
/// <param name="dataFolder">The data directory, <c>D</c>.</param>
/// <param name="fund">The fund.</param>
internal sealed class ReleaseApprovals(string dataFolder, FundDescription fund)
{
    /// <summary>An approval takes no time; whoever waits longer than ten seconds waits for something that is stuck.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private string FilePath => Path.Combine(dataFolder, "private", "approvals", fund.Id + ".json");

    /// <summary>The draft that was built last, or null.</summary>
    public BuiltDraft? Built =>
        File.Exists(FilePath) ? JsonSerializer.Deserialize<BuiltDraft>(File.ReadAllBytes(FilePath)) : null;

    /// <summary>Notes that a draft was built. Another one than before has no approval yet.</summary>
    /// <exception cref="FaultException"><see cref="Faults.ReleaseBusy"/>: another program holds the approvals.</exception>
    public BuiltDraft Keep(string sha256, string version)
    {
        using var held = Hold();
        var built = Built is { } known && known.Sha256 == sha256 ? known : new BuiltDraft(sha256, version, []);
        Write(built);
        return built;
    }

    /// <summary>Approves the draft that was built last.</summary>
    /// <param name="approver">One of the fund's approvers.</param>
    /// <exception cref="FaultException">No draft was built, or the name is not among the fund's approvers.</exception>
    public BuiltDraft Approve(string approver)
    {
        using var held = Hold();
        var built = Built ?? throw new FaultException(new Fault(Faults.ApprovalMissing, fund.Id, "no draft is built"));
        if (!fund.Approvers.Contains(approver, StringComparer.Ordinal))
        {
            throw new FaultException(new Fault(Faults.ApproverUnknown, fund.Id));
        }

        var approved = built with { Approvals = [.. built.Approvals.Union([approver], StringComparer.Ordinal)] };
        Write(approved);
        return approved;
    }

    /// <summary>Who has approved exactly this draft; enough of them, or it stops. Somebody who is no approver any more does not count.</summary>
    /// <exception cref="FaultException"><see cref="Faults.ApprovalMissing"/>.</exception>
    public IReadOnlyList<string> Require(string sha256)
    {
        if (fund.ApprovalsNeeded == 0)
        {
            return [];
        }

        var given = Built is { } built && built.Sha256 == sha256 ? built.Approvals : [];
        List<string> counted = [.. given.Intersect(fund.Approvers, StringComparer.Ordinal)];
        return counted.Count >= fund.ApprovalsNeeded
            ? counted
            : throw new FaultException(
                new Fault(Faults.ApprovalMissing, fund.Id, $"{counted.Count} of {fund.ApprovalsNeeded}")
            );
    }

    /// <summary>Holds the approvals until it is closed: between reading and writing nobody else may write.</summary>
    private FileStream Hold()
    {
        DurableFile.MakeFolder(Path.GetDirectoryName(FilePath)!);
        var path = Path.ChangeExtension(FilePath, ".lock");
        using var pause = new ManualResetEventSlim();
        for (var waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestWait)
            {
                pause.Wait(BetweenTries);
            }
            catch (IOException)
            {
                throw new FaultException(new Fault(Faults.ReleaseBusy, fund.Id));
            }
        }
    }

    private void Write(BuiltDraft built)
    {
        DurableFile.Replace(FilePath, JsonSerializer.SerializeToUtf8Bytes(built), onlyOwner: true);
    }
}
