using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>The exact law of <see cref="DiscreteGaussian" />: probabilities, tails and the half-widths of intervals.</summary>
/// <remarks>σ² is public, so the intervals are too: nothing here reads a draw. Sums run over every value whose weight is at least 2^−256.</remarks>
public sealed class DiscreteGaussianLaw
{
    /// <summary>Three hundred and eighty-four binary places.</summary>
    private const int Places = 384;

    /// <summary>Weights below 2^−256 are bounded together.</summary>
    private const int TailBits = 256;

    /// <summary>One million squared counts: the sum has some twenty thousand terms then.</summary>
    private const long MostVariance = 1_000_000;

    /// <summary>Cumulative weights by magnitude: Σ over |y| ≤ k, not yet divided by the whole.</summary>
    private readonly List<Enclosure> within = [];
    private readonly List<Enclosure> weights = [];
    private readonly Enclosure total;
    private readonly Enclosure tail;

    /// <summary>Sums the law up.</summary>
    /// <param name="variance">σ², larger than 0, at most 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is not positive or too large to sum.</exception>
    public DiscreteGaussianLaw(Fraction variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance.Sign, nameof(variance));
        if (variance > Fraction.Of(MostVariance))
        {
            throw new ArgumentOutOfRangeException(nameof(variance), "σ² is at most 1,000,000 here.");
        }

        Variance = variance;

        // w_k = exp(−k²/(2σ²)): w_{k+1} = w_k·r_k and r_{k+1} = r_k·s with r_0 = exp(−1/(2σ²)), s = r_0².
        var ratio = Transcendental.Exp(Enclosure.Of(-Fraction.One / (Fraction.Of(2) * variance), Places));
        var step = ratio * ratio;
        var weight = Enclosure.Whole(BigInteger.One, Places);
        var sum = Enclosure.Whole(BigInteger.Zero, Places);
        var smallest = BigInteger.One << (Places - TailBits);
        while (weight.High >= smallest)
        {
            sum += weights.Count == 0 ? weight : weight + weight;
            weights.Add(weight);
            within.Add(sum);
            (weight, ratio) = (weight * ratio, ratio * step);
        }

        // The ratios fall, so what is left is below a geometric series: 2·w/(1 − r).
        var most = (weight + weight) / (Enclosure.Whole(BigInteger.One, Places) - ratio);
        tail = new(BigInteger.Zero, most.High, Places);
        total = sum + tail;
    }

    /// <summary>σ², the parameter.</summary>
    public Fraction Variance { get; }

    /// <summary>The largest magnitude that is summed by itself.</summary>
    internal int Reach => weights.Count - 1;

    /// <summary>P[Z = value], to the nearest double; 0 where it is below 2^−256.</summary>
    public double Probability(long value) =>
        Magnitude(value) is var size && size < (ulong)weights.Count ? Nearest(weights[(int)size] / total) : 0;

    /// <summary>P[Z ≤ value], to the nearest double.</summary>
    public double Cumulative(long value) => value < 0 ? Nearest(Beyond(-value)) : 1 - Nearest(Beyond(value + 1));

    /// <summary>P[Z ≥ value], rounded up.</summary>
    public Fraction AtLeast(long value) => value > 0 ? Beyond(value).Upper : Fraction.One - Beyond(1 - value).Lower;

    /// <summary>The smallest h with P[|Z| ≤ h] ≥ level: a noisy count ± h holds the true one that often.</summary>
    /// <param name="level">Between 0 and 1, for example 95/100.</param>
    /// <param name="cells">Number of cells whose intervals are to hold together (Bonferroni: 1 − (1 − level)/cells each); 1 for one alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1, or so near 1 that its quantile lies beyond the sum; no cells.</exception>
    public long HalfWidth(Fraction level, int cells = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cells);
        ArgumentOutOfRangeException.ThrowIfNegative(level.Sign, nameof(level));
        var missed = (Fraction.One - level) / Fraction.Of(cells);
        var half = within.FindIndex(sum => Fraction.One - (sum / total).Lower <= missed);
        return half >= 0 ? half : throw new ArgumentOutOfRangeException(nameof(level), "The level is below 1 − 2⁻²⁰⁰.");
    }

    /// <summary>P[|Z| ≤ k], enclosed; for k up to <see cref="Reach" />.</summary>
    internal Enclosure Within(int magnitude) => (within[magnitude] / total).AsProbability();

    /// <summary>P[Z ≥ k] for k ≥ 1: half of what lies outside of k − 1.</summary>
    private Enclosure Beyond(long value)
    {
        var outside = value - 1 < within.Count ? total - within[(int)(value - 1)] : tail;
        return (outside.Over(2) / total).AsProbability();
    }

    private static ulong Magnitude(long value) => unchecked(value < 0 ? 0UL - (ulong)value : (ulong)value);

    private static double Nearest(Enclosure value) => Math.ScaleB((double)(value.Low + value.High), -value.Bits - 1);
}
