using System.Globalization;

namespace Impact.Core.Tests.Noise;

/// <summary>Judges a sample against an exact law of whole numbers that is symmetric about 0, each check at six standard deviations.</summary>
internal sealed class LawChecks
{
    /// <summary>Six standard deviations: about two false alarms in 10⁹.</summary>
    private const double Deviations = 6;

    /// <summary>A cell of the χ² test expects at least five.</summary>
    private const double SmallestCell = 5;

    /// <summary>A Wald test expects at least four hundred on its rarer side.</summary>
    private const double SmallestWald = 400;

    private readonly Func<long, double> probability;
    private readonly double secondMoment;
    private readonly double fourthMoment;
    private readonly int reach;

    private LawChecks(Func<long, double> weight)
    {
        for (reach = 1; weight(reach) > 1e-30; reach++) { }

        var total = Enumerable.Range(-reach, (2 * reach) + 1).Sum(value => weight(value));
        probability = value => weight(value) / total;
        secondMoment = Moment(2);
        fourthMoment = Moment(4);
    }

    /// <summary>The law's variance.</summary>
    public double Variance => secondMoment;

    /// <summary>120,000 draws; ten times as many with IMPACT_NIGHTLY=1.</summary>
    public static int Draws { get; } = AttackSize.Of(120_000);

    /// <summary>Weights exp(−k²/(2σ²)).</summary>
    public static LawChecks Gaussian(double variance) =>
        new(value => Math.Exp(-(double)value * value / (2 * variance)));

    /// <summary>Weights exp(−|k|/b).</summary>
    public static LawChecks Laplace(double scale) => new(value => Math.Exp(-Math.Abs(value) / scale));

    /// <summary>The names of the checks that the sample fails, with their figures.</summary>
    public IReadOnlyList<string> Failures(IReadOnlyCollection<long> sample)
    {
        var counts = sample.CountBy(value => value).ToDictionary();
        return
        [
            .. new[] { Shape(counts, sample.Count), Spread(sample), Signs(sample) }.OfType<string>(),
            .. Tails(sample),
            .. Slopes(counts),
        ];
    }

    private double Moment(int order) =>
        2 * Enumerable.Range(1, reach).Sum(value => Math.Pow(value, order) * probability(value));

    /// <summary>χ² over every value that is expected often enough, and both tails.</summary>
    private string? Shape(Dictionary<long, int> counts, int draws)
    {
        var edge = 0L;
        while (draws * probability(edge + 1) >= SmallestCell)
        {
            edge++;
        }

        List<(double Expected, double Seen)> cells = [];
        for (var value = -edge; value <= edge; value++)
        {
            cells.Add((draws * probability(value), counts.GetValueOrDefault(value)));
        }

        var beyond = (draws - cells.Sum(cell => cell.Expected)) / 2;
        var (below, above) = (Beyond(counts, value => value < -edge), Beyond(counts, value => value > edge));
        if (beyond >= SmallestCell)
        {
            cells.AddRange([(beyond, below), (beyond, above)]);
        }
        else
        {
            cells[0] = (cells[0].Expected + beyond, cells[0].Seen + below);
            cells[^1] = (cells[^1].Expected + beyond, cells[^1].Seen + above);
        }

        var statistic = cells.Sum(cell => (cell.Seen - cell.Expected) * (cell.Seen - cell.Expected) / cell.Expected);
        return ChiSquare.Tail(cells.Count - 1, statistic) < ChiSquare.Alarm ? Told("shape", statistic) : null;
    }

    private static double Beyond(Dictionary<long, int> counts, Func<long, bool> side) =>
        counts.Where(pair => side(pair.Key)).Sum(pair => (double)pair.Value);

    private string? Spread(IReadOnlyCollection<long> sample)
    {
        var seen = sample.Average(value => (double)value * value);
        var error = Math.Sqrt((fourthMoment - (secondMoment * secondMoment)) / sample.Count);
        return Wald("second moment", seen - secondMoment, error);
    }

    private static string? Signs(IReadOnlyCollection<long> sample)
    {
        double surplus = sample.Sum(value => Math.Sign(value));
        return Wald("sign symmetry", surplus, Math.Sqrt(sample.Count(value => value != 0)));
    }

    private IEnumerable<string> Tails(IReadOnlyCollection<long> sample)
    {
        foreach (var multiple in (double[])[0.5, 1, 2, 3, 4, 5, 6, 8])
        {
            var from = Math.Max(1, (long)Math.Ceiling(multiple * Math.Sqrt(secondMoment)));
            var share = 1 - Enumerable.Range(-(int)from + 1, (2 * (int)from) - 1).Sum(value => probability(value));
            var expected = sample.Count * share;
            if (expected >= SmallestWald && sample.Count - expected >= SmallestWald)
            {
                var seen = sample.Count(value => Math.Abs(value) >= from);
                if (Wald($"tail from {from}", seen - expected, Math.Sqrt(expected * (1 - share))) is { } failure)
                {
                    yield return failure;
                }
            }
        }
    }

    /// <summary>ln(c[k+1]/c[k]) against the law's slope, both sides of 0 together.</summary>
    private IEnumerable<string> Slopes(Dictionary<long, int> counts)
    {
        for (var value = 1L; value < reach; value++)
        {
            var (near, far) = (Both(value), Both(value + 1));
            if (far < SmallestWald)
            {
                yield break;
            }

            var difference = Math.Log(far / near) - Math.Log(probability(value + 1) / probability(value));
            if (Wald($"slope at {value}", difference, Math.Sqrt((1 / near) + (1 / far))) is { } failure)
            {
                yield return failure;
            }
        }

        double Both(long value) => counts.GetValueOrDefault(value) + counts.GetValueOrDefault(-value);
    }

    private static string? Wald(string name, double difference, double error) =>
        Math.Abs(difference) > Deviations * error ? Told(name, difference / error) : null;

    private static string Told(string name, double figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {figure:0.0}");
}
