using System.Security.Cryptography;
using Hangfire;
using Hangfire.InMemory;
using Impact.Jobs.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Impact.Jobs.Hosting;

/// <summary>Runs the pipeline as Hangfire jobs in this process, with storage in memory: for one machine and for the demo.</summary>
/// <remarks>What must outlive the process is in the run's record and in the ledger; a run that was stopped is started again.</remarks>
internal sealed class PipelineHost : IDisposable
{
    private const int RunIdBytes = 8;

    /// <summary>A job server looks for work ten times a second, so that six short stages are not six waits.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly ServiceProvider _services;
    private readonly BackgroundJobServer _server;
    private readonly TimeProvider _clock;

    /// <summary>Starts the job server.</summary>
    public PipelineHost(DataFolder data, TimeProvider clock)
    {
        _clock = clock;
        var storage = new InMemoryStorage();
        _services = new ServiceCollection()
            .AddSingleton(data)
            .AddSingleton(clock)
            .AddSingleton<RunStore>()
            .AddSingleton<IBackgroundJobClient>(new BackgroundJobClient(storage))
            .AddTransient<FetchJob>()
            .AddTransient<LoadJob>()
            .AddTransient<ComputeJob>()
            .AddTransient<ControlJob>()
            .AddTransient<BuildJob>()
            .AddTransient<PublishJob>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var options = new BackgroundJobServerOptions
        {
            WorkerCount = 1,
            Activator = new ServiceActivator(_services),
            SchedulePollingInterval = PollInterval,
        };
        _server = new BackgroundJobServer(options, storage);
    }

    /// <summary>Runs all stages for a fund and waits for the last one.</summary>
    /// <param name="start">Fund, files, profile and cut-off; its identifier is given here.</param>
    /// <param name="progress">Is told of each change of stage.</param>
    /// <param name="cancellation">Stops after the stage that is under way.</param>
    /// <returns>The run as it ended: published, or with the fault that stopped it.</returns>
    public async Task<RunRecord> RunAsync(RunRecord start, Action<RunRecord> progress, CancellationToken cancellation)
    {
        var runs = _services.GetRequiredService<RunStore>();
        runs.Save(start);
        _services
            .GetRequiredService<IBackgroundJobClient>()
            .Enqueue<FetchJob>(job => job.Execute(start.Id, CancellationToken.None));
        var seen = start;
        while (true)
        {
            var now = runs.Get(start.Id);
            if ((now.Stage, now.Done, now.Fault) != (seen.Stage, seen.Done, seen.Fault))
            {
                progress(now);
                seen = now;
            }

            if (now.Fault.Length > 0 || (now.Done && now.Stage == now.LastStage))
            {
                return now;
            }

            ThrowIfCrashed();
            await Task.Delay(PollInterval, _clock, cancellation);
        }
    }

    /// <summary>An identifier for a new run.</summary>
    public static string NewRunId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RunIdBytes));

    /// <summary>Stops the job server and gives everything back.</summary>
    public void Dispose()
    {
        _server.SendStop();
        _server.Dispose();
        _services.Dispose();
    }

    private void ThrowIfCrashed()
    {
        var monitoring = (
            (BackgroundJobClient)_services.GetRequiredService<IBackgroundJobClient>()
        ).Storage.GetMonitoringApi();
        if (monitoring.FailedCount() > 0)
        {
            // The storage keeps the exception's class; its message may come from anywhere and is not repeated.
            var failed = monitoring.FailedJobs(0, 1).First().Value;
            throw new InvalidOperationException($"A stage failed by a defect ({failed.ExceptionType}).");
        }
    }
}

/// <summary>Lets Hangfire make jobs from the service provider.</summary>
internal sealed class ServiceActivator(IServiceProvider services) : JobActivator
{
    /// <inheritdoc />
    public override object ActivateJob(Type jobType) => services.GetRequiredService(jobType);
}
