using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Impact.Core.Noise;
using Spectre.Console;

namespace Impact.Benchmarks;

/// <summary>Measures the samplers beside a plain double Gaussian from the same generator, and whether a draw's time tells its size.</summary>
/// <remarks>Everything runs in one process, in turn, so that a ratio compares what ran under the same load.</remarks>
internal static class NoiseComparison
{
    /// <summary>Seven rounds in turn; the fastest counts, as what else the machine did can only slow one down.</summary>
    private const int Rounds = 7;

    /// <summary>The slowest hundredth is set aside: interruptions, not draws.</summary>
    private const double Kept = 0.99;

    private const double NanosecondsPerSecond = 1e9;

    private static readonly byte[] Buffer = new byte[8 * 1024];
    private static int used = Buffer.Length;

    /// <summary>Measures and prints.</summary>
    /// <param name="draws">Draws of a sampler, a round.</param>
    public static void Run(int draws)
    {
        var variance = Fraction.Of(25);
        var grid = Fraction.Of(BigInteger.One << (2 * SquareRootMechanism.GridBits));
        var narrow = new DiscreteGaussian(variance);
        var wide = new DiscreteGaussian(variance, narrow: false);
        var laplace = new DiscreteLaplace(Fraction.Of(10));
        var table = new DiscreteGaussianTable(variance);
        var widest = new DiscreteGaussianTable(Fraction.Of(DiscreteGaussianTable.MostVariance));
        var fine = new DiscreteGaussian(variance * grid);
        (string Name, Func<double> Draw)[] samplers =
        [
            ("plain double Gaussian (unsafe)", DoubleGaussian),
            ("discrete Gaussian, 128 bits, σ = 5", () => narrow.SampleInt64()),
            ("discrete Gaussian, any size, σ = 5", () => (double)wide.Sample()),
            ("discrete Laplace, scale 10", () => laplace.SampleInt64()),
            ("table, σ = 5", () => table.SampleInt64()),
            ("table, σ = 10", () => widest.SampleInt64()),
            ("grid 2^−46, σ = 5", () => (double)fine.Sample()),
        ];
        Print(samplers, draws);
    }

    private static void Print((string Name, Func<double> Draw)[] samplers, int draws)
    {
        var best = Enumerable.Repeat(double.MaxValue, samplers.Length).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            for (var index = 0; index < samplers.Length; index++)
            {
                var time = Nanoseconds(samplers[index].Draw, draws);

                // The first round warms up.
                best[index] = round == 0 ? best[index] : Math.Min(best[index], time);
            }
        }

        Table table = new()
        {
            Title = new TableTitle(
                $"{Environment.ProcessorCount} processors, the best of {Rounds} rounds of {draws.ToString("#,0", CultureInfo.InvariantCulture)} draws"
            ),
        };
        table.AddColumns("sampler", "ns a draw", "to the plain one", "r(size, time)");
        for (var index = 0; index < samplers.Length; index++)
        {
            table.AddRow(
                samplers[index].Name,
                Text(best[index]),
                Text(best[index] / best[0]),
                Text(Correlation(samplers[index].Draw, draws), "0.000")
            );
        }

        AnsiConsole.Profile.Width = 120;
        AnsiConsole.Write(table);
    }

    private static double Nanoseconds(Func<double> draw, int draws)
    {
        var clock = Stopwatch.StartNew();
        double sum = 0;
        for (var index = 0; index < draws; index++)
        {
            sum += draw();
        }

        clock.Stop();
        GC.KeepAlive(sum);
        return clock.Elapsed.TotalNanoseconds / draws;
    }

    /// <summary>Pearson's r between the size of a draw and its time, without the slowest hundredth.</summary>
    private static double Correlation(Func<double> draw, int draws)
    {
        var (sizes, times) = (new double[draws], new double[draws]);
        for (var index = 0; index < draws; index++)
        {
            var start = Stopwatch.GetTimestamp();
            var value = draw();
            times[index] = (Stopwatch.GetTimestamp() - start) * (NanosecondsPerSecond / Stopwatch.Frequency);
            sizes[index] = Math.Abs(value);
        }

        var slowest = times.Order().ElementAt((int)(draws * Kept));
        var kept = Enumerable.Range(0, draws).Where(index => times[index] < slowest).ToList();
        var (size, time) = (kept.Average(index => sizes[index]), kept.Average(index => times[index]));
        var both = kept.Sum(index => (sizes[index] - size) * (times[index] - time));
        var ofSizes = kept.Sum(index => (sizes[index] - size) * (sizes[index] - size));
        var ofTimes = kept.Sum(index => (times[index] - time) * (times[index] - time));
        return both / Math.Sqrt(ofSizes * ofTimes);
    }

    /// <summary>Box and Muller's, one of the pair, from eight-kibibyte buffers of the system's generator.</summary>
    private static double DoubleGaussian()
    {
        const double deviation = 5;
        return deviation * Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());
    }

    private static double Uniform()
    {
        if (used == Buffer.Length)
        {
            RandomNumberGenerator.Fill(Buffer);
            used = 0;
        }

        var bits = BitConverter.ToUInt64(Buffer, used);
        used += sizeof(ulong);
        return ((bits >> 11) + 0.5) / (1L << 53);
    }

    private static string Text(double number, string format = "#,0.0") =>
        number.ToString(format, CultureInfo.InvariantCulture);
}
