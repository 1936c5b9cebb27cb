using Hangfire;
using Impact.Core.Catalogue;

namespace Impact.Jobs.Pipeline;

/// <summary>
/// A stage as a job: it is given a run's identifier, records the stage before and after, and hands the run to the next one.
/// Running it twice changes nothing.
/// </summary>
internal abstract class StageJob(RunStore runs, IBackgroundJobClient jobs)
{
    /// <summary>Which stage it is.</summary>
    protected abstract Stage Stage { get; }

    /// <summary>The runs.</summary>
    protected RunStore Runs => runs;

    /// <summary>Does the stage. Hangfire calls it with the identifier alone.</summary>
    [AutomaticRetry(Attempts = 0)]
    public void Execute(string runId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = runs.Get(runId);
        runs.Save(run with { Stage = Stage, Done = false });
        try
        {
            var done = Do(run, cancellation);
            runs.Save(done with { Stage = Stage, Done = true, Notes = [.. run.Notes.Take((int)Stage), done.Note] });
            if (Stage < run.LastStage)
            {
                EnqueueNext(jobs, runId);
            }
        }
        catch (FaultException error)
        {
            // A fault is an outcome, not a crash: it is kept by its code and the job ends.
            runs.Save(
                run with
                {
                    Stage = Stage,
                    Fault = error.Fault.Code,
                    FaultMessage = error.Fault.Message(Language.English),
                }
            );
        }
    }

    /// <summary>The work of the stage.</summary>
    /// <returns>The run with what the stage found.</returns>
    protected abstract RunRecord Do(RunRecord run, CancellationToken cancellation);

    /// <summary>Hands the run to the next stage; the last one hands it to nobody.</summary>
    protected abstract void EnqueueNext(IBackgroundJobClient client, string runId);
}
