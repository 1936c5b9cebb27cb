using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Rehearsal;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>Runs every step several times beside its bare twin and prints a table of medians and ratios.</summary>
internal static class Comparison
{
    /// <summary>Three runs each, in turn, so that a slow minute of the machine meets both.</summary>
    private const int Rounds = 3;

    private static readonly (string Name, string Step, string Twin)[] Rows =
    [
        ("Load with screening and tokens", "load", "bare-load"),
        ("First metrics, all tables", "metrics", "one-query"),
        ("Hard gates", "gates", "one-query"),
        ("Givers behind the busiest month", "givers", "one-query"),
    ];

    /// <summary>Measures and prints.</summary>
    /// <param name="gifts">Gifts in the file.</param>
    /// <param name="folder">Where the file and the ledger are written; removed at the end.</param>
    public static void Run(long gifts, string folder)
    {
        var options = new RehearsalOptions(Gifts: gifts, Households: 0);
        Directory.CreateDirectory(folder);
        RehearsalFund.WriteGifts(options, folder, CancellationToken.None);
        File.WriteAllText(
            Path.Combine(folder, "fund.json"),
            FundDescriptionJson.Write(RehearsalFund.Describe(options))
        );
        Table table = new()
        {
            Title = new TableTitle(
                $"{gifts.ToString("#,0", CultureInfo.InvariantCulture)} gifts, {Environment.ProcessorCount} processors, medians of {Rounds} runs"
            ),
        };
        table.AddColumns(
            "step",
            "wall s",
            "processor s",
            "peak MiB",
            "twin wall s",
            "twin processor s",
            "wall ratio",
            "processor ratio"
        );
        foreach (var (name, step, twin) in Rows)
        {
            var (own, bare) = (new List<Measurement>(), new List<Measurement>());
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(Measurement.InOwnProcess(twin, folder));
                own.Add(Measurement.InOwnProcess(step, folder));
            }

            AddRow(table, name, own, bare);
        }

        AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
        Directory.Delete(folder, recursive: true);
    }

    private static void AddRow(Table table, string name, List<Measurement> own, List<Measurement> bare)
    {
        var (wall, processor) = (Median(own, one => one.Wall), Median(own, one => one.Processor));
        var (bareWall, bareProcessor) = (Median(bare, one => one.Wall), Median(bare, one => one.Processor));
        var peak = own.Max(one => one.PeakMebibytes);
        table.AddRow(
            name,
            Text(wall),
            Text(processor),
            Text(peak),
            Text(bareWall),
            Text(bareProcessor),
            Text(wall / bareWall),
            Text(processor / bareProcessor)
        );
    }

    private static double Median(List<Measurement> measurements, Func<Measurement, double> value) =>
        measurements.Select(value).Order().ElementAt(measurements.Count / 2);

    private static string Text(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
