using System.Globalization;
using System.Text.Json;
using Hangfire;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Releases;

namespace Impact.Jobs.Pipeline;

/// <summary>Build: puts the draft together and checks it as the publisher will, so that what cannot be published is known here.</summary>
internal sealed class BuildJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data, TimeProvider clock)
    : StageJob(runs, jobs)
{
    /// <summary>Where what the draft would be published as lies.</summary>
    public const string Plan = "plan.json";

    /// <inheritdoc />
    protected override Stage Stage => Stage.Build;

    /// <summary>The draft of a run, from what its stages handed on.</summary>
    public static ReleaseDraft Draft(RunStore runs, DataFolder data, RunRecord run)
    {
        var fund = new FundRegister(data).Get(run.Fund);
        var policy = new FundPolicies(data).Find(run.Fund, run.Policy);
        var tables = ControlledTableFile.Read(runs.Read(run.Id, ControlJob.ControlledTables));
        var gates = JsonSerializer.Deserialize<IReadOnlyList<GateResult>>(runs.Read(run.Id, ComputeJob.Gates))!;
        var draft = FundPublication.Draft(fund, policy, new(run.LastBatch, run.CutOff!.Value), tables, gates);
        using var counts = FundCounts.Open(data, fund, policy);
        draft = draft with { Privacy = counts?.Published() };
        return run.NoteEn.Length == 0 ? draft : draft with { Notes = [new("R2", new(run.NoteEn, run.NoteEs))] };
    }

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var draft = Draft(Runs, data, run);
        var (plan, built) = new FundPublication(data, clock).Plan(draft);
        Runs.Write(run.Id, Plan, JsonSerializer.SerializeToUtf8Bytes(BuildReport.Of(plan, built, draft.Fund)));
        return run with
        {
            Version = plan.Same is null ? plan.Version.ToString() : string.Empty,
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Tables.Count} tables, {plan.Checks.Count} checks"
            ),
        };
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<PublishJob>(job => job.Execute(runId, CancellationToken.None));
}
