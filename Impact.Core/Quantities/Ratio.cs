namespace Impact.Core.Quantities;

/// <summary>A ratio that keeps both its parts, so that ratios are never averaged and can be summed again.</summary>
/// <param name="Numerator">The upper part, in whole units.</param>
/// <param name="Denominator">The lower part, in the same whole units; 0 means there is no ratio.</param>
public readonly record struct Ratio(long Numerator, long Denominator)
{
    /// <summary>Six decimals are published: one millionth.</summary>
    public const int PublishedDecimals = 6;

    /// <summary>The quotient to six decimals, half to even; null when the denominator is 0.</summary>
    public decimal? Value =>
        Denominator == 0
            ? null
            : decimal.Round(decimal.Divide(Numerator, Denominator), PublishedDecimals, MidpointRounding.ToEven);
}
