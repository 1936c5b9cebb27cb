using Hangfire;

namespace Impact.Jobs.Pipeline;

/// <summary>Publish: draws the pictures, signs the release and puts it in its place; when nothing has changed the last one stays the last.</summary>
internal sealed class PublishJob(RunStore runs, IBackgroundJobClient jobs, DataFolder data, TimeProvider clock)
    : StageJob(runs, jobs)
{
    /// <inheritdoc />
    protected override Stage Stage => Stage.Publish;

    /// <inheritdoc />
    protected override RunRecord Do(RunRecord run, CancellationToken cancellation)
    {
        var result = new FundPublication(data, clock).Publish(BuildJob.Draft(Runs, data, run));
        var version = result.Release.Manifest.Version;
        return run with
        {
            Version = version,
            Note = result.IsNew ? $"release {version}" : $"nothing has changed since release {version}",
        };
    }

    /// <inheritdoc />
    protected override void EnqueueNext(IBackgroundJobClient client, string runId) { }
}
