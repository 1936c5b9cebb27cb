using System.Globalization;
using System.Text.Json;
using Hangfire;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Metrics;

namespace Impact.Jobs.Pipeline;

/// <summary>
/// Control: computes the tables and asks disclosure control for each; one that may not leave stops the run. Tables before control, and true
/// counts of single people, are in memory alone: what this stage writes may be published.
/// </summary>
internal sealed class ControlJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data) : StageJob(runs, jobs)
{
    /// <summary>Where the controlled tables of a run lie.</summary>
    public const string ControlledTables = "controlled.json";

    /// <inheritdoc />
    protected override Stage Stage => Stage.Control;

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        using var ledger = LedgerStore.Open(data.Ledger(run.Fund));
        var policy = new FundPolicies(data).Find(run.Fund, run.Policy);
        var books = new FundBooks(ledger, policy)
        {
            Published = FundPublication.Published(data, run.Fund),
            Passed = JsonSerializer.Deserialize<IReadOnlyList<GateResult>>(Runs.Read(run.Id, ComputeJob.Gates)),
        }.RunAgain(new FundRegister(data).Get(run.Fund), run.CutOff!.Value, run.LastBatch);
        var (controlled, _) = FundPublication.Control(data, ledger, policy, books);
        Runs.Write(run.Id, ControlledTables, ControlledTableFile.Write(controlled));
        return run with { Note = NoteOf(books.Tables, controlled) };
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
