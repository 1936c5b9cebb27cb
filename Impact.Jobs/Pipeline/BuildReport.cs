using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;

namespace Impact.Jobs.Pipeline;

/// <summary>What a draft would be published as, as the operator and the approvers are shown it.</summary>
internal sealed record BuildReport
{
    /// <summary>The summary names at most twenty changes.</summary>
    private const int MostChanges = 20;

    /// <summary>The version it would have; that of the newest release when nothing has changed.</summary>
    public required string Version { get; init; }

    /// <summary>Whether there is anything to publish.</summary>
    public required bool IsNew { get; init; }

    /// <summary>What has changed, and why the version is numbered so.</summary>
    public required ManifestChanges Changes { get; init; }

    /// <summary>The largest changes, the largest first.</summary>
    public required IReadOnlyList<BilingualText> Largest { get; init; }

    /// <summary>The checklist.</summary>
    public required IReadOnlyList<ManifestCheck> Checks { get; init; }

    /// <summary>Digest of the draft: what approvers approve.</summary>
    public required string Draft { get; init; }

    /// <summary>Who has approved it.</summary>
    public required IReadOnlyList<string> Approvals { get; init; }

    /// <summary>How many must.</summary>
    public required int ApprovalsNeeded { get; init; }

    /// <summary>The report of a plan.</summary>
    public static BuildReport Of(ReleasePlan plan, BuiltDraft built, FundDescription fund) =>
        new()
        {
            Version = plan.Same?.Manifest.Version ?? plan.Version.ToString(),
            IsNew = plan.Same is null,
            Changes = plan.Changes,
            Largest =
            [
                .. ChangeSummary
                    .Largest(plan.Tables.Single(table => table.Schema == PublishedTables.Changes), MostChanges)
                    .Select(change => ChangeSummary.Sentence(change, fund.Currency)),
            ],
            Checks = plan.Checks,
            Draft = built.Sha256,
            Approvals = built.Approvals,
            ApprovalsNeeded = fund.ApprovalsNeeded,
        };
}
