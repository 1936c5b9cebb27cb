namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Pearson's correlation, and the most that chance makes of it.</summary>
internal static class Correlation
{
    /// <summary>Six standard deviations of a correlation where there is none: 6/√N.</summary>
    public static double Most(int pairs) => 6 / Math.Sqrt(pairs);

    /// <summary>r; 1 where one side does not vary at all, for then it hides nothing.</summary>
    public static double Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var (meanLeft, meanRight) = (left.Average(), right.Average());
        var (both, ones, others) = (0.0, 0.0, 0.0);
        for (var place = 0; place < left.Count; place++)
        {
            var (one, other) = (left[place] - meanLeft, right[place] - meanRight);
            (both, ones, others) = (both + (one * other), ones + (one * one), others + (other * other));
        }

        return ones == 0 || others == 0 ? 1 : both / Math.Sqrt(ones * others);
    }
}
