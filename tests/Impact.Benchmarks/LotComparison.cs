using System.Globalization;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>Lots beside a sort of the same gifts, size after size, with the growth from one size to the next.</summary>
internal static class LotComparison
{
    /// <summary>Runs of each step, in turn; the median counts.</summary>
    public const int Rounds = 3;

    /// <summary>Measures and prints; everything written is removed.</summary>
    /// <param name="sizes">Numbers of gifts, rising.</param>
    /// <param name="disbursements">Payments that use them.</param>
    /// <param name="folder">Where the ledgers are written.</param>
    public static void Run(IReadOnlyList<long> sizes, long disbursements, string folder)
    {
        var table = Heading(disbursements, Rounds);
        Measurement? smaller = null;
        foreach (var gifts in sizes)
        {
            Directory.CreateDirectory(folder);
            try
            {
                LotSteps.Prepare(gifts, disbursements, folder);
                smaller = AddSize(table, gifts, Measure(folder, Rounds), smaller);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Measures a ledger that was prepared before, and leaves it: for sizes that take long.</summary>
    /// <param name="gifts">Its number of gifts.</param>
    /// <param name="disbursements">Its number of payments.</param>
    /// <param name="folder">Where it lies.</param>
    /// <param name="rounds">Runs of each step, an odd number.</param>
    public static void RunPrepared(long gifts, long disbursements, string folder, int rounds)
    {
        var table = Heading(disbursements, rounds);
        AddSize(table, gifts, Measure(folder, rounds), smaller: null);
        AnsiConsole.Write(table);
    }

    private static Table Heading(long disbursements, int rounds)
    {
        Table table = new()
        {
            Title = new TableTitle(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Lots, {disbursements:#,0} disbursements, {Environment.ProcessorCount} processors, medians of {rounds} runs; in brackets the sort"
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
        return table;
    }

    private static Measurement AddSize(
        Table table,
        long gifts,
        (Measurement Lots, Measurement Sort) measured,
        Measurement? smaller
    )
    {
        var (lots, sort) = measured;
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
        return lots;
    }

    private static (Measurement Lots, Measurement Sort) Measure(string folder, int rounds)
    {
        var (lots, sort) = (new List<Measurement>(), new List<Measurement>());
        for (var round = 0; round < rounds; round++)
        {
            sort.Add(Measurement.InOwnProcess("lots-sort", folder));
            lots.Add(Measurement.InOwnProcess("lots", folder));
        }

        return (Median(lots), Median(sort));
    }

    private static Measurement Median(List<Measurement> all) =>
        new(
            Middle(all.Select(one => one.Wall)),
            Middle(all.Select(one => one.Processor)),
            all.Max(one => one.PeakMebibytes)
        );

    private static double Middle(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private static string Text(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
