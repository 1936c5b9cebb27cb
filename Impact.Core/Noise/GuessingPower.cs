namespace Impact.Core.Noise;

/// <summary>What a budget means to someone who knows everyone else and asks whether one unit is in the data.</summary>
/// <remarks>
/// The noisy tables alone, taken as one continuous Gaussian of distance μ = √(2ρ); <see cref="MostBestGuess" /> holds for every mechanism
/// of that ρ. Every figure is rounded up; for display.
/// </remarks>
public static class GuessingPower
{
    /// <summary>Two hundred and fifty-six binary places.</summary>
    private const int Places = 256;

    private static readonly Fraction Half = Fraction.Of(1, 2);

    /// <summary>How often the best guess is right, from fifty to fifty: Φ(μ/2) with μ/2 = √(ρ/2).</summary>
    /// <param name="rho">ρ, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is negative.</exception>
    public static Fraction BestGuess(Fraction rho) => NormalLaw.Cumulative(RootOf(rho * Half)).Upper;

    /// <summary>How often the best guess is right when one cell of discrete noise holds all of ρ: 1/2 + P[Z = 0]/2 with σ² = 1/(2ρ).</summary>
    /// <remarks>The distance of the law from itself moved by one telescopes to its largest probability.</remarks>
    /// <param name="rho">ρ, from 1/2,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is not positive, or so small that the law cannot be summed.</exception>
    public static Fraction OneCellGuess(Fraction rho)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rho.Sign, nameof(rho));
        return Half + (new DiscreteGaussianLaw(Half / rho).Within(0).Upper * Half);
    }

    /// <summary>How often it is right at most, for any mechanism of this ρ: 1/2 + √(ρ/2)/2 (Pinsker's inequality), at most 1.</summary>
    /// <param name="rho">ρ, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is negative.</exception>
    public static Fraction MostBestGuess(Fraction rho) =>
        (Enclosure.Of(Half, Places) + RootOf(rho * Half).Over(2)).AsProbability().Upper;

    /// <summary>The share of those in the data that a test finds: Φ(Φ⁻¹(a) + μ) at a share a of false alarms.</summary>
    /// <param name="rho">ρ, at least 0.</param>
    /// <param name="falseAlarms">a, between 0 and 1, for example 1/100.</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is negative, or a not between 0 and 1.</exception>
    public static Fraction TruePositiveRate(Fraction rho, Fraction falseAlarms)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(falseAlarms.Sign, nameof(falseAlarms));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero((Fraction.One - falseAlarms).Sign, nameof(falseAlarms));
        var distance = RootOf(rho + rho);
        return NormalLaw.Cumulative(NormalLaw.Quantile(falseAlarms) + distance).Upper;
    }

    private static Enclosure RootOf(Fraction value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));
        return Enclosure.Of(value, Places).Root();
    }
}
