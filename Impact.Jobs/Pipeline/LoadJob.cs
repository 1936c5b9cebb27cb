using System.Globalization;
using Hangfire;
using Impact.Core.Catalogue;

namespace Impact.Jobs.Pipeline;

/// <summary>Load: puts the fetched files into the ledger. A file that is there already changes nothing.</summary>
internal sealed class LoadJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data, TimeProvider clock)
    : StageJob(runs, jobs)
{
    /// <inheritdoc />
    protected override Stage Stage => Stage.Load;

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var ingest = new FundIngest(data, clock);
        var (stored, rejected) = (0L, 0L);
        foreach (var file in run.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = ingest.Ingest(run.Fund, file, run.Profile);
            if (report.Sha256 != run.Digests[file])
            {
                throw new FaultException(new Fault(Faults.FileBroken, report.File, "it changed while it was read"));
            }

            stored += report.Funds[0].RowsStored;
            rejected += report.Funds[0].RowsRejected;
        }

        return run with
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{stored} rows stored, {rejected} rejected"),
        };
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<ComputeJob>(job => job.Execute(runId, CancellationToken.None));
}
