using System.Globalization;
using System.Text.Json;
using Hangfire;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;

namespace Impact.Jobs.Pipeline;

/// <summary>Compute: runs the hard gates and the metrics, and stops when a gate fails.</summary>
internal sealed class ComputeJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data) : StageJob(runs, jobs)
{
    /// <summary>Where the raw tables of a run lie.</summary>
    public const string RawTables = "raw.json";

    /// <summary>Where the gates of a run lie.</summary>
    public const string Gates = "gates.json";

    /// <inheritdoc />
    protected override Stage Stage => Stage.Compute;

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var fund = new FundRegister(data).Get(run.Fund);
        var policy = new FundPolicies(data).Of(fund);
        BookRun books;
        using (var ledger = LedgerStore.Open(data.Ledger(run.Fund)))
        {
            books = new FundBooks(ledger, policy)
            {
                Published = FundPublication.Published(data, run.Fund),
                Enrols = ledger,
            }.Run(fund, run.CutOff);
        }

        FundPublication.RequireGates(books);
        Runs.Write(run.Id, RawTables, RawTableFile.Write(Handed(books)));
        Runs.Write(run.Id, Gates, JsonSerializer.SerializeToUtf8Bytes(books.Gates));
        return run with
        {
            CutOff = books.Scope.CutOff,
            LastBatch = books.Scope.LastBatch,
            Policy = policy.Sha256,
            Note = string.Create(CultureInfo.InvariantCulture, $"{books.Gates.Count} gates"),
        };
    }

    /// <summary>What is handed on: figures about single people only where a policy publishes them with noise.</summary>
    private static IReadOnlyList<RawTable> Handed(BookRun books) =>
        [.. books.Tables.Where(table => PublishedTables.Find(table.Schema.Id) is not null)];

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<ControlJob>(job => job.Execute(runId, CancellationToken.None));
}
