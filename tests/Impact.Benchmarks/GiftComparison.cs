using System.Globalization;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>Measures gift proofs: the tree against one bare hash a node, the whole build, and opening one proof.</summary>
internal static class GiftComparison
{
    /// <summary>Three runs each, in turn.</summary>
    private const int Rounds = 3;
    private const double Milliseconds = 1000;

    /// <summary>Measures and prints, a size after another.</summary>
    /// <param name="sizes">Gifts.</param>
    /// <param name="folder">Where releases are written; removed at the end.</param>
    public static void Run(IReadOnlyList<long> sizes, string folder)
    {
        Table table = new()
        {
            Title = new TableTitle($"{Environment.ProcessorCount} processors, medians of {Rounds} runs"),
        };
        table.AddColumns("gifts", "step", "wall s", "processor s", "peak MiB", "wall ratio", "processor ratio");
        foreach (var gifts in sizes)
        {
            var own = Path.Combine(folder, gifts.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(own);
            File.WriteAllText(Path.Combine(own, "gifts.txt"), gifts.ToString(CultureInfo.InvariantCulture));
            var build = Measurement.InOwnProcess("gifts-build", own);
            AddRow(table, gifts, "build of all gift files", build, twin: null);
            List<Measurement> trees = [];
            List<Measurement> hashes = [];
            List<Measurement> opened = [];
            for (var round = 0; round < Rounds; round++)
            {
                hashes.Add(Measurement.InOwnProcess("gifts-hash", own));
                trees.Add(Measurement.InOwnProcess("gifts-tree", own));
                opened.Add(Measurement.InOwnProcess("gifts-open", own));
            }

            var hash = Median(hashes);
            AddRow(table, gifts, "one bare hash a node", hash, twin: null);
            AddRow(table, gifts, "sum tree from its leaf layer", Median(trees), hash);
            var open = Median(opened);
            AddRow(table, gifts, $"{GiftSteps.Opened} proofs opened", open, twin: null);
            table.AddRow(
                Text(gifts),
                "one proof, ms",
                Text(open.Wall / GiftSteps.Opened * Milliseconds),
                Text(open.Processor / GiftSteps.Opened * Milliseconds),
                "",
                "",
                ""
            );
            Directory.Delete(own, recursive: true);
        }

        AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
    }

    private static void AddRow(Table table, long gifts, string step, Measurement own, Measurement? twin) =>
        table.AddRow(
            Text(gifts),
            step,
            Text(own.Wall),
            Text(own.Processor),
            Text(own.PeakMebibytes),
            twin is null ? string.Empty : Text(own.Wall / twin.Wall),
            twin is null ? string.Empty : Text(own.Processor / twin.Processor)
        );

    private static Measurement Median(List<Measurement> runs) =>
        runs.OrderBy(run => run.Wall).ElementAt(runs.Count / 2);

    private static string Text(double number) => number.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
