using System.Globalization;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>Enrolment and the cap on services beside a bare GROUP BY household of the same rows, size after size.</summary>
internal static class BoundingComparison
{
    private const int Rounds = 3;

    /// <summary>Measures and prints; everything written is removed.</summary>
    /// <param name="sizes">Numbers of service rows, rising; a quarter as many households.</param>
    /// <param name="folder">Where the ledgers are written.</param>
    public static void Run(IReadOnlyList<long> sizes, string folder)
    {
        Table table = new()
        {
            Title = new TableTitle(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Bounding beside a bare GROUP BY household, {Environment.ProcessorCount} processors, medians of {Rounds} runs"
                )
            ),
        };
        table.AddColumns("rows", "step", "wall s", "processor s", "peak MiB", "wall ratio", "processor ratio");
        AnsiConsole.Profile.Width = 160;
        foreach (var rows in sizes)
        {
            Directory.CreateDirectory(folder);
            try
            {
                BoundingSteps.Prepare(rows, folder);
                Add(table, rows, Measure(folder));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The steps in turn, round after round, so that a slow minute of the machine meets all.</summary>
    private static Dictionary<string, List<Measurement>> Measure(string folder)
    {
        var taken = BoundingSteps.All.ToDictionary(step => step, _ => new List<Measurement>(), StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var step in BoundingSteps.All)
            {
                taken[step].Add(Measurement.InOwnProcess(step, folder));
            }
        }

        return taken;
    }

    private static void Add(Table table, long rows, Dictionary<string, List<Measurement>> taken)
    {
        var bare = taken[BoundingSteps.All[0]];
        foreach (var step in BoundingSteps.All)
        {
            table.AddRow(
                rows.ToString("#,0", CultureInfo.InvariantCulture),
                step,
                Text(Wall(taken[step])),
                Text(Processor(taken[step])),
                Text(taken[step].Max(one => one.PeakMebibytes)),
                Text(Wall(taken[step]) / Wall(bare)),
                Text(Processor(taken[step]) / Processor(bare))
            );
        }
    }

    private static double Wall(List<Measurement> all) => Middle(all.Select(one => one.Wall));

    private static double Processor(List<Measurement> all) => Middle(all.Select(one => one.Processor));

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Text(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
