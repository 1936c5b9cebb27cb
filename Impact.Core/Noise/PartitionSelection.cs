namespace Impact.Core.Noise;

/// <summary>Thresholds for keys nobody knows beforehand: a key is released where its noisy count reaches the threshold τ.</summary>
/// <remarks>
/// One unit alone makes a count of 1, so its key gives it away with P[1 + Z ≥ τ]; of L keys it touches with 1 − (1 − p)^L. That is the δ a
/// release with a threshold carries. Sums are over the exact discrete law and rounded up; τ is the smallest whole number that keeps to δ.
/// </remarks>
public static class PartitionSelection
{
    /// <summary>Three hundred and twenty binary places.</summary>
    private const int Places = 320;

    /// <summary>The threshold for discrete Gaussian noise.</summary>
    /// <param name="variance">σ², larger than 0, at most 1,000,000.</param>
    /// <param name="delta">δ, between 0 and 1.</param>
    /// <param name="keys">L, the most keys one unit touches, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside, or no threshold the law is summed to keeps to δ.</exception>
    public static long Threshold(Fraction variance, Fraction delta, int keys = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keys);
        var law = new DiscreteGaussianLaw(variance);
        return Smallest(delta, law.Reach, threshold => AnyOf(law.AtLeast(threshold - 1), keys));
    }

    /// <summary>The δ of a threshold for discrete Gaussian noise, rounded up.</summary>
    /// <param name="variance">σ², larger than 0, at most 1,000,000.</param>
    /// <param name="threshold">τ; a noisy count of τ or more is released.</param>
    /// <param name="keys">L, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside.</exception>
    public static Fraction Delta(Fraction variance, long threshold, int keys = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keys);
        return AnyOf(new DiscreteGaussianLaw(variance).AtLeast(threshold - 1), keys);
    }

    /// <summary>The threshold for discrete Laplace noise.</summary>
    /// <param name="scale">b, larger than 0.</param>
    /// <param name="delta">δ, between 0 and 1.</param>
    /// <param name="keys">L, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside.</exception>
    public static long LaplaceThreshold(Fraction scale, Fraction delta, int keys = 1) =>
        Smallest(delta, Furthest(scale), threshold => LaplaceDelta(scale, threshold, keys));

    /// <summary>The δ of a threshold for discrete Laplace noise, rounded up: P[Z ≥ k] = e^(−k/b)/(1 + e^(−1/b)) for k ≥ 1.</summary>
    /// <param name="scale">b, larger than 0.</param>
    /// <param name="threshold">τ; a noisy count of τ or more is released.</param>
    /// <param name="keys">L, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside.</exception>
    public static Fraction LaplaceDelta(Fraction scale, long threshold, int keys = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale.Sign, nameof(scale));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keys);
        var one = Enclosure.Whole(1, Places);
        var beyond = threshold - 1;
        var share = PowerOf(scale, Math.Max(beyond, 1 - beyond)) / (one + PowerOf(scale, 1));
        return AnyOf((beyond > 0 ? share : one - share).AsProbability().Upper, keys);
    }

    /// <summary>The δ of a threshold for continuous Laplace noise, rounded up: P[Z ≥ x] = e^(−x/b)/2 for x ≥ 0; to compare with other libraries.</summary>
    /// <param name="scale">b, larger than 0.</param>
    /// <param name="threshold">τ, any number.</param>
    /// <param name="keys">L, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside.</exception>
    public static Fraction ContinuousLaplaceDelta(Fraction scale, Fraction threshold, int keys = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale.Sign, nameof(scale));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keys);
        var beyond = threshold - Fraction.One;
        var distance = beyond.Sign < 0 ? -beyond : beyond;
        var share = Transcendental.Exp(Enclosure.Of(-distance / scale, Places)).Over(2);
        var one = Enclosure.Whole(1, Places);
        return AnyOf((beyond.Sign < 0 ? one - share : share).Upper, keys);
    }

    /// <summary>The smallest whole threshold for continuous Laplace noise; to compare with other libraries.</summary>
    /// <param name="scale">b, larger than 0.</param>
    /// <param name="delta">δ, between 0 and 1.</param>
    /// <param name="keys">L, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside.</exception>
    public static long ContinuousLaplaceThreshold(Fraction scale, Fraction delta, int keys = 1) =>
        Smallest(delta, Furthest(scale), threshold => ContinuousLaplaceDelta(scale, Fraction.Of(threshold), keys));

    /// <summary>Six hundred scales out less than 2^−800 remains.</summary>
    private static long Furthest(Fraction scale) => checked((long)(scale * Fraction.Of(600)).Ceiling + 1);

    private static Enclosure PowerOf(Fraction scale, long count) =>
        Transcendental.Exp(Enclosure.Of(-Fraction.Of(count) / scale, Places));

    /// <summary>1 − (1 − p)^L, rounded up.</summary>
    private static Fraction AnyOf(Fraction probability, int keys)
    {
        var one = Enclosure.Whole(1, Places);
        var kept = one;
        var missed = one - Enclosure.Of(probability, Places);
        for (var power = missed; keys > 0; keys >>= 1, power *= power)
        {
            kept = (keys & 1) == 1 ? kept * power : kept;
        }

        return (one - kept).AsProbability().Upper;
    }

    /// <summary>The smallest threshold from 1 on whose δ is small enough; δ falls with the threshold.</summary>
    private static long Smallest(Fraction delta, long furthest, Func<long, Fraction> deltaOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta.Sign, nameof(delta));
        long low = 1;
        var high = furthest;
        if (deltaOf(high) > delta)
        {
            throw new ArgumentOutOfRangeException(nameof(delta), "No threshold in reach keeps to so small a δ.");
        }

        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = deltaOf(middle) <= delta ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
