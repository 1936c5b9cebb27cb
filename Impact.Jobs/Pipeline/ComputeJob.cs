using System.Globalization;
using System.Text.Json;
using Hangfire;
using Impact.Core.Ledger;

namespace Impact.Jobs.Pipeline;

/// <summary>Compute: runs the hard gates, and stops when one fails. It reads no count of single people.</summary>
internal sealed class ComputeJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data, TimeProvider clock)
    : StageJob(runs, jobs)
{
    /// <summary>Where the gates of a run lie.</summary>
    public const string Gates = "gates.json";

    /// <inheritdoc />
    protected override Stage Stage => Stage.Compute;

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var fund = new FundRegister(data).Get(run.Fund);
        using var ledger = LedgerStore.Open(data.Ledger(run.Fund));
        FundDoor.Require(ledger, fund);
        var policy = new FundPolicies(data).Of(fund);
        var books = new FundBooks(ledger, policy)
        {
            Published = FundPublication.Published(data, run.Fund),
            Clock = clock,
        }.Check(fund, run.CutOff);
        // The gates come first: where one fails, the operator is shown it as a line of the checklist.
        Runs.Write(run.Id, Gates, JsonSerializer.SerializeToUtf8Bytes(books.Gates));
        FundPublication.RequireGates(books);
        return run with
        {
            CutOff = books.Scope.CutOff,
            LastBatch = books.Scope.LastBatch,
            Policy = policy.Sha256,
            Note = string.Create(CultureInfo.InvariantCulture, $"{books.Gates.Count} gates"),
        };
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<ControlJob>(job => job.Execute(runId, CancellationToken.None));
}
