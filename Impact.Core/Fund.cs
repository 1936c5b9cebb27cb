using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core;

/// <summary>
/// The whole of Impact for a program that uses it as a library: open a fund, ingest files, build, approve and publish a release. It names no
/// record: what goes in are files, what comes out are counts and a release.
/// </summary>
public sealed class Fund
{
    private readonly DataFolder _data;
    private readonly TimeProvider _clock;

    private Fund(DataFolder data, TimeProvider clock, FundDescription description)
    {
        _data = data;
        _clock = clock;
        Description = description;
    }

    /// <summary>The fund as its file describes it.</summary>
    public FundDescription Description { get; }

    /// <summary>Makes a fund with its keys.</summary>
    /// <param name="dataFolder">The data directory.</param>
    /// <param name="fundFile">The fund's <c>fund.json</c>.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="FaultException">The file is not right, or the fund is there already.</exception>
    public static Fund Create(string dataFolder, string fundFile, TimeProvider clock)
    {
        var data = new DataFolder(dataFolder);
        return new(data, clock, new FundRegister(data).CreateFrom(fundFile));
    }

    /// <summary>Opens a fund.</summary>
    /// <param name="dataFolder">The data directory.</param>
    /// <param name="id">The fund's identifier.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="FaultException"><see cref="Faults.FundUnknown"/>.</exception>
    public static Fund Open(string dataFolder, string id, TimeProvider clock)
    {
        var data = new DataFolder(dataFolder);
        return new(data, clock, new FundRegister(data).Get(id));
    }

    /// <summary>Ingests a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="profile">A profile, or <c>impact</c> for the layout of <c>docs/input.md</c>.</param>
    /// <returns>How many rows were stored, known already, and rejected.</returns>
    /// <exception cref="FaultException">The file is at fault; nothing was changed.</exception>
    public FundIngestResult Ingest(string path, string profile)
    {
        var report = new FundIngest(_data, _clock).Ingest(Description.Id, path, profile).Funds[0];
        return new(report.RowsIn, report.RowsStored, report.RowsKnown, report.RowsRejected);
    }

    /// <summary>Builds what would be published of everything up to a day, and publishes nothing: what approvers look at.</summary>
    /// <param name="cutOff">The last day that counts; null means the last day with an entry.</param>
    /// <exception cref="FaultException">A hard gate failed, or there is nothing to publish.</exception>
    public FundDraft Build(DateOnly? cutOff = null)
    {
        var publication = new FundPublication(_data, _clock);
        var (plan, built) = publication.Plan(publication.Draft(Description, cutOff));
        return new()
        {
            Version = plan.Same?.Manifest.Version ?? plan.Version.ToString(),
            IsNew = plan.Same is null,
            Changes = plan.Changes,
            Checks = plan.Checks,
            Sha256 = built.Sha256,
            Approvals = built.Approvals,
        };
    }

    /// <summary>Approves the draft that was built last; it holds as long as nothing in the draft changes.</summary>
    /// <param name="approver">One of the fund's approvers.</param>
    /// <returns>Who has approved it, in the order they did.</returns>
    /// <exception cref="FaultException">No draft was built, or the name is not among the fund's approvers.</exception>
    public IReadOnlyList<string> Approve(string approver) =>
        new ReleaseApprovals(_data.Path, Description).Approve(approver).Approvals;

    /// <summary>Builds and publishes a release of everything up to a day.</summary>
    /// <param name="cutOff">The last day that counts; null means the last month end before today, or the earlier day that the fund file declares.</param>
    /// <returns>The new release, or the last one when nothing has changed.</returns>
    /// <exception cref="FaultException">A hard gate or a check failed, the day lies in the future, approvals are missing, or there is nothing to publish.</exception>
    public Release Publish(DateOnly? cutOff = null)
    {
        var publication = new FundPublication(_data, _clock);
        return publication.Publish(publication.Draft(Description, cutOff)).Release;
    }
}

/// <summary>What would be published, before it is.</summary>
public sealed record FundDraft
{
    /// <summary>The version it would have; that of the newest release when nothing has changed.</summary>
    public required string Version { get; init; }

    /// <summary>Whether there is anything to publish.</summary>
    public required bool IsNew { get; init; }

    /// <summary>What has changed, and why the version is numbered so.</summary>
    public required ManifestChanges Changes { get; init; }

    /// <summary>The checklist; a line that failed stops publication.</summary>
    public required IReadOnlyList<ManifestCheck> Checks { get; init; }

    /// <summary>Digest of the draft, 64 hexadecimal digits: what approvers approve.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who has approved exactly this draft; may be empty.</summary>
    public required IReadOnlyList<string> Approvals { get; init; }
}

/// <summary>What became of a file's rows: in = stored + known + rejected.</summary>
/// <param name="RowsIn">Rows of the file.</param>
/// <param name="RowsStored">Rows stored now.</param>
/// <param name="RowsKnown">Rows that were there already.</param>
/// <param name="RowsRejected">Rows rejected.</param>
public sealed record FundIngestResult(long RowsIn, long RowsStored, long RowsKnown, long RowsRejected);
