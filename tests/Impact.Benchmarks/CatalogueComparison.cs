using System.Globalization;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>The catalogue beside one hand-written query, size after size, and peers on that one query.</summary>
internal static class CatalogueComparison
{
    private const int Rounds = 3;

    /// <summary>SQLite and pandas take minutes to be filled beyond this size.</summary>
    private const long MostForPeers = 10_000_000;

    /// <summary>Measures and prints; everything written is removed.</summary>
    /// <param name="sizes">Numbers of entries, rising.</param>
    /// <param name="folder">Where the ledgers are written.</param>
    public static void Run(IReadOnlyList<long> sizes, string folder)
    {
        Table table = new()
        {
            Title = new TableTitle(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The catalogue beside one query by organisation and month, {Environment.ProcessorCount} processors, medians of {Rounds} runs"
                )
            ),
        };
        table.AddColumns(
            "entries",
            "step",
            "wall s",
            "processor s",
            "peak MiB",
            "wall ratio",
            "processor ratio",
            "growth"
        );
        AnsiConsole.Profile.Width = 160;
        Dictionary<string, Measurement> smaller = new(StringComparer.Ordinal);
        foreach (var entries in sizes)
        {
            Directory.CreateDirectory(folder);
            try
            {
                CatalogueLedger.Prepare(entries, folder);
                AddSize(table, entries, Measure(entries, folder), smaller);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The steps in turn, round after round, so that a slow minute of the machine meets all.</summary>
    private static IReadOnlyList<(string Step, Measurement Median)> Measure(long entries, string folder)
    {
        List<(string Name, Func<Measurement?> Take)> steps =
        [
            .. new[]
            {
                "catalogue-query",
                "catalogue-sums",
                "catalogue-earmarking",
                "catalogue-matching",
                "catalogue-people",
            }.Select(step => (step, (Func<Measurement?>)(() => Measurement.InOwnProcess(step, folder)))),
        ];
        foreach (var peer in Peers.Names.Where(_ => entries <= MostForPeers))
        {
            if (Peers.Prepare(peer, folder))
            {
                steps.Add((peer, () => Peers.Measure(peer, folder)));
            }
            else
            {
                AnsiConsole.WriteLine($"{peer} is not here; tests/Impact.Benchmarks/peers.sh installs it.");
            }
        }

        var taken = steps.ToDictionary(step => step.Name, _ => new List<Measurement>(), StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, take) in steps)
            {
                taken[name].Add(take() ?? throw new InvalidOperationException($"{name} failed."));
            }
        }

        foreach (var (peer, _) in steps.Where(step => Peers.Names.Contains(step.Name, StringComparer.Ordinal)))
        {
            // A peer whose sums were others has ended the run above.
            AnsiConsole.WriteLine($"{peer}: sums by organisation and month equal to the cent");
        }

        return [.. steps.Select(step => (step.Name, Median(taken[step.Name])))];
    }

    private static void AddSize(
        Table table,
        long entries,
        IReadOnlyList<(string Step, Measurement Median)> steps,
        Dictionary<string, Measurement> smaller
    )
    {
        var query = steps[0].Median;
        foreach (var (step, median) in steps)
        {
            table.AddRow(
                entries.ToString("#,0", CultureInfo.InvariantCulture),
                step,
                Text(median.Wall),
                Text(median.Processor),
                Text(median.PeakMebibytes),
                Text(median.Wall / query.Wall),
                Text(median.Processor / query.Processor),
                smaller.TryGetValue(step, out var before) ? Text(median.Processor / before.Processor) : "-"
            );
            smaller[step] = median;
        }
    }

    private static Measurement Median(List<Measurement> all) =>
        new(
            Middle(all.Select(one => one.Wall)),
            Middle(all.Select(one => one.Processor)),
            all.Max(one => one.PeakMebibytes)
        );

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Text(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
