using System.Globalization;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>Measures a release: building it beside its metrics alone, and verifying it beside digests and reading.</summary>
internal static class ReleaseMeasurement
{
    /// <summary>Three runs each, in turn.</summary>
    private const int Rounds = 3;

    private const double BytesPerMebibyte = 1024 * 1024;

    /// <summary>Measures and prints, a size after another; everything written is removed.</summary>
    /// <param name="sizes">Gifts, rising.</param>
    /// <param name="folder">Where the data directory is.</param>
    /// <param name="withProofs">Whether the release that is verified holds gift proofs.</param>
    public static void Run(IReadOnlyList<long> sizes, string folder, bool withProofs)
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
            try
            {
                ReleaseSteps.Prepare(gifts, own);
                Compare(
                    table,
                    gifts,
                    own,
                    ("metrics alone", "releases-metrics", "release without gift proofs", "releases-build")
                );
                if (withProofs)
                {
                    Add(
                        table,
                        gifts,
                        "release with gift proofs",
                        Measurement.InOwnProcess("releases-whole", own),
                        twin: null
                    );
                }

                var size = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ReleaseSteps.Bytes(own) / BytesPerMebibyte:0} MiB"
                );
                Compare(
                    table,
                    gifts,
                    own,
                    ($"digests and tables read, {size}", "releases-read", "verify", "releases-verify")
                );
            }
            finally
            {
                Directory.Delete(own, recursive: true);
            }
        }

        AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
    }

    private static void Compare(
        Table table,
        long gifts,
        string folder,
        (string TwinName, string Twin, string Name, string Step) steps
    )
    {
        List<Measurement> twins = [];
        List<Measurement> owns = [];
        for (var round = 0; round < Rounds; round++)
        {
            twins.Add(Measurement.InOwnProcess(steps.Twin, folder));
            owns.Add(Measurement.InOwnProcess(steps.Step, folder));
        }

        var twin = Median(twins);
        Add(table, gifts, steps.TwinName, twin, twin: null);
        Add(table, gifts, steps.Name, Median(owns), twin);
    }

    private static void Add(Table table, long gifts, string step, Measurement own, Measurement? twin) =>
        table.AddRow(
            gifts.ToString("#,0", CultureInfo.InvariantCulture),
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
}
