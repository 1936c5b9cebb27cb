using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>Cumulative counts over periods with the square root of the prefix-sum matrix, exact on a dyadic grid.</summary>
/// <remarks>
/// f_0 = 1, f_k = f_{k−1}·(2k−1)/(2k); the lower triangular B with B_ij = f_{i−j} has B·B = the prefix sums. Measured is m = B·x + z,
/// published y = B·m (Fichtenberger, Henzinger and Upadhyay 2023). Grid values are whole multiples of 2^−46, which holds every f_k of 25
/// periods. Each unit may be counted in one period only, ever; the counts of closed periods must not change.
/// </remarks>
public static class SquareRootMechanism
{
    /// <summary>Twenty-five periods: the twenty-sixth factor, f_25, does not lie on the grid.</summary>
    public const int MostPeriods = 25;

    /// <summary>A grid step is 2^−46 of a count.</summary>
    public const int GridBits = 46;

    private static readonly BigInteger[] Scaled = Factors();

    /// <summary>f_k, exactly.</summary>
    /// <param name="lag">k, 0 … 24: periods between a count and the figure.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lag is outside.</exception>
    public static Fraction Factor(int lag)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lag, MostPeriods);
        return Fraction.Of(Scaled[lag], BigInteger.One << GridBits);
    }

    /// <summary>Δ² = Σ_{k&lt;T} f_k², for a unit that is counted in one of T periods.</summary>
    /// <param name="periods">T, 1 … 25, fixed before the first period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is outside.</exception>
    public static Fraction SensitivitySquared(int periods)
    {
        CheckPeriods(periods);
        var sum = Scaled.Take(periods).Aggregate(BigInteger.Zero, (total, factor) => total + (factor * factor));
        return Fraction.Of(sum, BigInteger.One << (2 * GridBits));
    }

    /// <summary>Measures the newest period: m_t = Σ_j f_{t−j}·x_j + z_t in units of 2^−46, with one fresh draw that is kept nowhere.</summary>
    /// <param name="counts">x_1 … x_t of all periods so far, oldest first, unchanged since they were first measured; at least one.</param>
    /// <param name="variance">σ² in squared counts, larger than 0: <see cref="ZeroConcentrated.Variance" /> of <see cref="SensitivitySquared" />.</param>
    /// <returns>m_t, which may be published; a whole number of grid steps, negative too.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No counts, more than 25, or a variance that is not positive.</exception>
    public static BigInteger Measure(IReadOnlyList<long> counts, Fraction variance)
    {
        CheckPeriods(counts.Count);
        var grid = Fraction.Of(BigInteger.One << (2 * GridBits));
        var drawn = new DiscreteGaussian(variance * grid).Sample();
        return drawn + Convolved([.. counts.Select(count => (BigInteger)count)]);
    }

    /// <summary>The cumulative figure of the newest period: y_t = Σ_j f_{t−j}·m_j, to a whole number, half to even.</summary>
    /// <param name="measured">m_1 … m_t in units of 2^−46, oldest first; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">No values or more than 25.</exception>
    public static BigInteger Publish(IReadOnlyList<BigInteger> measured)
    {
        CheckPeriods(measured.Count);
        return HalfToEven(Convolved(measured), 2 * GridBits);
    }

    /// <summary>The variance of y_t about the true cumulative count, before rounding: σ²·Σ_{k&lt;t} f_k².</summary>
    /// <param name="variance">σ² in squared counts.</param>
    /// <param name="period">t, 1 … 25.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside.</exception>
    public static Fraction PublishedVariance(Fraction variance, int period) => variance * SensitivitySquared(period);

    /// <summary>The half-width of an interval about y_t: √(variance)·quantile + ½ for the rounding, up to a whole number.</summary>
    /// <remarks>The sum of draws on so fine a grid is normal to far more places than are shown; single-draw quantiles do not apply to it.</remarks>
    /// <param name="variance">σ² in squared counts, larger than 0.</param>
    /// <param name="period">t, 1 … 25.</param>
    /// <param name="level">Between 0 and 1, for example 95/100.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside.</exception>
    public static BigInteger HalfWidth(Fraction variance, int period, Fraction level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance.Sign, nameof(variance));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level.Sign, nameof(level));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero((Fraction.One - level).Sign, nameof(level));
        return HalfWidth(variance, period, QuantileOf(level));
    }

    /// <summary>How many standard deviations an interval of a level reaches to each side: dear to find, and the same for every period.</summary>
    internal static Enclosure QuantileOf(Fraction level) =>
        NormalLaw.Quantile((Fraction.One + level) * Fraction.Of(1, 2));

    /// <summary>The half-width of an interval about y_t that reaches so many standard deviations.</summary>
    internal static BigInteger HalfWidth(Fraction variance, int period, Enclosure quantile)
    {
        var deviation = Enclosure.Of(PublishedVariance(variance, period), quantile.Bits).Root();
        return ((quantile * deviation).Upper + Fraction.Of(1, 2)).Ceiling;
    }

    private static BigInteger Convolved(IReadOnlyList<BigInteger> values)
    {
        var sum = BigInteger.Zero;
        for (var index = 0; index < values.Count; index++)
        {
            sum += Scaled[values.Count - 1 - index] * values[index];
        }

        return sum;
    }

    private static BigInteger HalfToEven(BigInteger value, int bits)
    {
        var floor = value >> bits;
        var twice = (value - (floor << bits)) << 1;
        var comparison = twice.CompareTo(BigInteger.One << bits);
        return comparison > 0 || (comparison == 0 && !floor.IsEven) ? floor + BigInteger.One : floor;
    }

    private static BigInteger[] Factors()
    {
        var factors = new BigInteger[MostPeriods];
        factors[0] = BigInteger.One << GridBits;
        for (var lag = 1; lag < MostPeriods; lag++)
        {
            factors[lag] = factors[lag - 1] * ((2 * lag) - 1) / (2 * lag);
        }

        return factors;
    }

    private static void CheckPeriods(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, MostPeriods);
    }
}
