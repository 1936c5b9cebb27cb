namespace Impact.Core.Rehearsal;

/// <summary>Shares of whole numbers: no floating point touches money.</summary>
internal static class IntegerShares
{
    /// <summary>The quotient, rounded half to even.</summary>
    /// <param name="numerator">0 or more.</param>
    /// <param name="denominator">Above 0.</param>
    public static long HalfEven(long numerator, long denominator)
    {
        var (quotient, rest) = Math.DivRem(numerator, denominator);
        var twice = checked(rest * 2);
        return twice > denominator || (twice == denominator && (quotient & 1) == 1) ? quotient + 1 : quotient;
    }

    /// <summary>A share of an amount in hundredths, rounded down.</summary>
    public static long Percent(long amount, int percent) => checked(amount * percent) / 100;

    /// <summary>Splits an amount by weights; the parts sum to the amount, and what rounding leaves goes to the first part.</summary>
    /// <param name="amount">0 or more.</param>
    /// <param name="weights">At least one, each 0 or more, not all 0.</param>
    public static long[] Split(long amount, IReadOnlyList<int> weights)
    {
        long total = weights.Sum();
        var parts = weights.Select(weight => checked(amount * weight) / total).ToArray();
        parts[0] += amount - parts.Sum();
        return parts;
    }

    /// <summary>An amount as a board decides it: rounded down to whole hundreds of dollars, or tens for small sums; tiny sums stay.</summary>
    public static long AsDecided(long minor)
    {
        const long tenDollars = 10_00;
        const long hundredDollars = 100_00;
        const long thousandDollars = 1_000_00;
        return minor switch
        {
            >= thousandDollars => minor - (minor % hundredDollars),
            >= hundredDollars => minor - (minor % tenDollars),
            _ => minor,
        };
    }
}
