using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>The discrete Gaussian for σ ≤ 10 from a table of cumulative thresholds: every draw does the same work, whatever its value.</summary>
/// <remarks>
/// 128 uniform bits are compared with every threshold and the comparisons are added up, without a branch; one more bit is the sign. The
/// price: thresholds are whole multiples of 2^−128 and magnitudes end where less than 2^−129 remains, so the law differs from the exact one
/// by at most <see cref="StatisticalDistance" /> (below 2^−120), and that enters δ by <see cref="DeltaIncrease" />. Published counts whose
/// σ is at most 10 are drawn from here: 2^−100 of δ buys a time that tells nothing. Safe to share between threads.
/// </remarks>
public sealed class DiscreteGaussianTable
{
    /// <summary>σ² is at most one hundred: σ at most ten.</summary>
    public const int MostVariance = 100;

    /// <summary>A threshold has one hundred and twenty-eight binary places.</summary>
    private const int Places = 128;

    private readonly ulong[] upper;
    private readonly ulong[] lower;

    /// <summary>Computes the table.</summary>
    /// <param name="variance">σ², larger than 0, at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is outside.</exception>
    public DiscreteGaussianTable(Fraction variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance.Sign, nameof(variance));
        if (variance > Fraction.Of(MostVariance))
        {
            throw new ArgumentOutOfRangeException(nameof(variance), "σ² is at most 100 here.");
        }

        Variance = variance;
        var thresholds = Thresholds(new DiscreteGaussianLaw(variance));
        upper = [.. thresholds.Select(threshold => (ulong)(threshold >> (Places / 2)))];
        lower = [.. thresholds.Select(threshold => (ulong)(threshold & ulong.MaxValue))];
        StatisticalDistance = Fraction.Of(thresholds.Count + 1, BigInteger.One << Places);
    }

    /// <summary>σ², the parameter.</summary>
    public Fraction Variance { get; }

    /// <summary>The largest magnitude that can be drawn.</summary>
    public int Reach => upper.Length;

    /// <summary>The largest difference of any event's probability to the exact law's, one draw: (thresholds + 1)·2^−128.</summary>
    /// <remarks>
    /// Rounding a threshold moves at most 2^−128 from one magnitude to its neighbour; the tail beyond the reach, below 2^−128, falls on
    /// the last magnitude.
    /// </remarks>
    public Fraction StatisticalDistance { get; }

    /// <summary>The thresholds: of 2^128 equally likely numbers so many give a magnitude of at most 0, 1, …</summary>
    internal IEnumerable<UInt128> CumulativeThresholds => upper.Zip(lower, (high, low) => new UInt128(high, low));

    /// <summary>Draws one whole number, at most <see cref="Reach" /> from 0.</summary>
    public long SampleInt64()
    {
        var bits = SecureBits.OfThread;
        var (high, low) = (bits.Next64(), bits.Next64());
        long magnitude = 0;
        for (var index = 0; index < upper.Length; index++)
        {
            // Neither && nor ||: both sides are always evaluated.
            var above = (high > upper[index]) | ((high == upper[index]) & (low >= lower[index]));
            magnitude += above ? 1 : 0;
        }

        // The sign of 0 is 0, so its probability needs no correction.
        long mask = -(bits.Next32() & 1L);
        return (magnitude ^ mask) - mask;
    }

    /// <summary>What to add to δ for so many draws: (1 + e^ε)·distance·draws, rounded up.</summary>
    /// <remarks>P[table ∈ S] ≤ P[exact ∈ S] + η ≤ e^ε·P[exact′ ∈ S] + δ + η ≤ e^ε·P[table′ ∈ S] + δ + (1 + e^ε)·η.</remarks>
    /// <param name="epsilon">The ε of the statement.</param>
    /// <param name="draws">Number of draws it covers, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public Fraction DeltaIncrease(Fraction epsilon, long draws)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon.Sign, nameof(epsilon));
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        var growth = Transcendental.Exp(Enclosure.Of(epsilon, Places)).Upper;
        return (Fraction.One + growth) * StatisticalDistance * Fraction.Of(draws);
    }

    /// <summary>P[|Z| ≤ k]·2^128 to the nearest whole number, for k from 0 on, while it is below 2^128.</summary>
    private static List<UInt128> Thresholds(DiscreteGaussianLaw law)
    {
        var thresholds = new List<UInt128>();
        for (var magnitude = 0; magnitude <= law.Reach; magnitude++)
        {
            var scaled = law.Within(magnitude).Lower * Fraction.Of(BigInteger.One << Places);
            var nearest = (scaled + Fraction.Of(1, 2)).Floor;
            if (nearest > UInt128.MaxValue)
            {
                break;
            }

            thresholds.Add((UInt128)nearest);
        }

        return thresholds;
    }
}
