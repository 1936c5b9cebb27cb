using System.Globalization;
using Hangfire;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;

namespace Impact.Jobs.Pipeline;

/// <summary>Control: asks disclosure control for every table; one that may not leave stops the run.</summary>
internal sealed class ControlJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data) : StageJob(runs, jobs)
{
    /// <summary>Where the controlled tables of a run lie.</summary>
    public const string ControlledTables = "controlled.json";

    /// <inheritdoc />
    protected override Stage Stage => Stage.Control;

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var fund = new FundRegister(data).Get(run.Fund);
        var raw = RawTableFile.Read(Runs.Read(run.Id, ComputeJob.RawTables));
        var policy = new FundPolicies(data).Find(run.Fund, run.Policy);
        using var counts = FundCounts.Open(data, fund, policy);
        var controlled = FundPublication.Control(
            fund,
            raw,
            policy,
            [.. FundPublication.Published(data, run.Fund).Where(release => release.LastBatch <= run.LastBatch)],
            counts?.Drawing(run.CutOff!.Value)
        );
        Runs.Write(run.Id, ControlledTables, ControlledTableFile.Write(controlled));

        // True counts of single people are not needed any more, and lie nowhere but in the ledger.
        Runs.Write(
            run.Id,
            ComputeJob.RawTables,
            RawTableFile.Write([.. raw.Where(table => FundPublication.NeedsNoNoise(table.Schema))])
        );
        return run with { Note = NoteOf(raw, controlled) };
    }

    /// <summary>What a log may say: nothing of tables of people, whose raw rows are the cells in which somebody is.</summary>
    internal static string NoteOf(IReadOnlyList<RawTable> raw, IReadOnlyList<ControlledTable> controlled)
    {
        var exact = raw.Where(table => FundPublication.NeedsNoNoise(table.Schema)).ToList();
        var shown = controlled.Where(table => exact.Exists(one => one.Schema.Id == table.Table.Schema.Id));
        var withheld = exact.Sum(table => table.Rows.Count) - shown.Sum(table => table.Table.Rows.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{controlled.Count} tables let out, {withheld} rows kept in"
        );
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<BuildJob>(job => job.Execute(runId, CancellationToken.None));
}
