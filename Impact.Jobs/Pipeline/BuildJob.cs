using System.Globalization;
using System.Text.Json;
using Hangfire;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Releases;

namespace Impact.Jobs.Pipeline;

/// <summary>Build: puts the draft together and checks it as the publisher will, so that what cannot be published is known here.</summary>
internal sealed class BuildJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data) : StageJob(runs, jobs)
{
    /// <inheritdoc />
    protected override Stage Stage => Stage.Build;

    /// <summary>The draft of a run, from what its stages handed on.</summary>
    public static ReleaseDraft Draft(RunStore runs, DataFolder data, RunRecord run)
    {
        var fund = new FundRegister(data).Get(run.Fund);
        var tables = ControlledTableFile.Read(runs.Read(run.Id, ControlJob.ControlledTables));
        var gates = JsonSerializer.Deserialize<IReadOnlyList<GateResult>>(runs.Read(run.Id, ComputeJob.Gates))!;
        return FundPublication.Draft(fund, new(run.LastBatch, run.CutOff!.Value), tables, gates);
    }

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var draft = Draft(Runs, data, run);
        ReleaseScan.Require(draft);
        return run with
        {
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{draft.Tables.Count} tables, {draft.Checks.Count} checks"
            ),
        };
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<PublishJob>(job => job.Execute(runId, CancellationToken.None));
}
