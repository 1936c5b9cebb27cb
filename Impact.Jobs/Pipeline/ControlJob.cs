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
        var books = new FundBooks(ledger, DisclosurePolicy.Default)
        {
            Published = FundPublication.Published(data, run.Fund),
            Passed = JsonSerializer.Deserialize<IReadOnlyList<GateResult>>(Runs.Read(run.Id, ComputeJob.Gates)),
        }.RunAgain(new FundRegister(data).Get(run.Fund), run.CutOff!.Value, run.LastBatch);
        var (controlled, _) = FundPublication.Control(data, ledger, books);
        Runs.Write(run.Id, ControlledTables, ControlledTableFile.Write(controlled));
        var withheld =
            books.Tables.Sum(table => table.Rows.Count)
            - controlled
                .Where(table => books.Tables.Any(one => one.Schema.Id == table.Table.Schema.Id))
                .Sum(table => table.Table.Rows.Count);
        return run with
        {
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{controlled.Count} tables let out, {withheld} rows kept in"
            ),
        };
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<BuildJob>(job => job.Execute(runId, CancellationToken.None));
}
