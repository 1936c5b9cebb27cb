namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>What a published count says of the households an organisation aided, at simultaneous 99.9 %.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="QuarterStart">First day of the quarter.</param>
/// <param name="Low">Least number of households, from 0.</param>
/// <param name="High">Greatest number of households.</param>
internal sealed record CountBound(string Organisation, DateOnly QuarterStart, long Low, long High)
{
    /// <summary>
    /// Whether the count is of the households aided in this very quarter. Otherwise it is of all enrolled until its end, and binds
    /// from above only: a household may be enrolled and get nothing.
    /// </summary>
    public bool IsOfAided { get; init; }

    /// <summary>Twice the standard deviation of the count's noise, rounded up; 0 for a count without noise.</summary>
    public long TwoSigma { get; init; }
}
