using Impact.Jobs.Pipeline;
using Spectre.Console;

namespace Impact.Jobs.Cli;

/// <summary>Shows how far a run is: a live list of stages in a terminal, plain lines elsewhere, nothing beside JSON.</summary>
internal static class ProgressDisplay
{
    private const int StageCount = 6;

    /// <summary>Runs with a display.</summary>
    /// <param name="silent">Whether nothing is shown.</param>
    /// <param name="run">Starts the run and tells each change.</param>
    public static async Task<RunRecord> ShowAsync(bool silent, Func<Action<RunRecord>, Task<RunRecord>> run)
    {
        if (silent)
        {
            return await run(_ => { });
        }

        return AnsiConsole.Profile.Capabilities.Interactive ? await ShowLiveAsync(run) : await ShowLinesAsync(run);
    }

    private static Task<RunRecord> ShowLinesAsync(Func<Action<RunRecord>, Task<RunRecord>> run)
    {
        var written = 0;
        return run(now =>
        {
            for (; written < now.Notes.Count; written++)
            {
                Output.Line($"{written + 1}/{StageCount} {(Stage)written}: {now.Notes[written]}");
            }
        });
    }

    private static Task<RunRecord> ShowLiveAsync(Func<Action<RunRecord>, Task<RunRecord>> run) =>
        AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new SpinnerColumn()
            )
            .StartAsync(async context =>
            {
                var tasks = Enum.GetValues<Stage>()
                    .ToDictionary(stage => stage, stage => context.AddTask(stage.ToString(), maxValue: 1));
                return await run(now =>
                {
                    for (var ended = 0; ended < now.Notes.Count; ended++)
                    {
                        tasks[(Stage)ended].Description = Markup.Escape($"{(Stage)ended}: {now.Notes[ended]}");
                        tasks[(Stage)ended].Value = 1;
                    }
                });
            });
}
