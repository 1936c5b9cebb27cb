using System.Globalization;
using Hangfire;
using Impact.Core.Intake;

namespace Impact.Jobs.Pipeline;

/// <summary>Fetch: looks at every file once, so that a file that is broken stops the run before anything is loaded.</summary>
internal sealed class FetchJob(RunStore runs, IBackgroundJobClient jobs) : StageJob(runs, jobs)
{
    /// <inheritdoc />
    protected override Stage Stage => Stage.Fetch;

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in run.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            digests[file] = SourceFile.Open(file).Sha256;
        }

        return run with
        {
            Digests = digests,
            Note = string.Create(CultureInfo.InvariantCulture, $"{digests.Count} files"),
        };
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) =>
        client.Enqueue<LoadJob>(job => job.Execute(runId, CancellationToken.None));
}
