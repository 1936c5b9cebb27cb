using System.Globalization;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>Lots beside a sort of the same gifts, size after size, with the growth from one size to the next.</summary>
internal static class LotComparison
{
    private const int Rounds = 3;

    /// <summary>Measures and prints; everything written is removed.</summary>
    /// <param name="sizes">Numbers of gifts, rising.</param>
    /// <param name="disbursements">Payments that use them.</param>
    /// <param name="folder">Where the ledgers are written.</param>
    public static void Run(IReadOnlyList<long> sizes, long disbursements, string folder)
    {
        Table table = new()
        {
            Title = new TableTitle(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Lots, {disbursements:#,0} disbursements, {Environment.ProcessorCount} processors, medians of {Rounds} runs; in brackets the sort"
                )
            ),
        };
        table.AddColumns(
            "gifts",
            "wall s",
            "processor s",
            "peak MiB",
            "wall ratio",
            "processor ratio",
            "peak ratio",
            "growth"
        );
        AnsiConsole.Profile.Width = 160;
        Measurement? smaller = null;
        foreach (var gifts in sizes)
        {
            var (lots, sort) = Measure(gifts, disbursements, folder);
            table.AddRow(
                gifts.ToString("#,0", CultureInfo.InvariantCulture),
                $"{Text(lots.Wall)} ({Text(sort.Wall)})",
                $"{Text(lots.Processor)} ({Text(sort.Processor)})",
                $"{Text(lots.PeakMebibytes)} ({Text(sort.PeakMebibytes)})",
                Text(lots.Wall / sort.Wall),
                Text(lots.Processor / sort.Processor),
                Text(lots.PeakMebibytes / sort.PeakMebibytes),
                smaller is null ? "-" : Text(lots.Processor / smaller.Processor)
            );
            smaller = lots;
        }

        AnsiConsole.Write(table);
    }

    private static (Measurement Lots, Measurement Sort) Measure(long gifts, long disbursements, string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            LotSteps.Prepare(gifts, disbursements, folder);
            var (lots, sort) = (new List<Measurement>(), new List<Measurement>());
            for (var round = 0; round < Rounds; round++)
            {
                sort.Add(Measurement.InOwnProcess("lots-sort", folder));
                lots.Add(Measurement.InOwnProcess("lots", folder));
            }

            return (Median(lots), Median(sort));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
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
