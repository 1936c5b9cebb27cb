namespace Impact.Core.Charts.House;

/// <summary>Round numbers along an axis that always shows zero.</summary>
internal static class ValueTicks
{
    /// <summary>Multiples of 1, 2 or 5 times a power of ten, from at or below the lowest value to at or above the highest.</summary>
    /// <param name="lowest">Lowest value; above zero it counts as zero.</param>
    /// <param name="highest">Highest value; below zero it counts as zero.</param>
    /// <param name="wanted">About how many steps.</param>
    /// <returns>At least two numbers, rising.</returns>
    public static IReadOnlyList<decimal> Between(decimal lowest, decimal highest, int wanted)
    {
        var low = Math.Min(lowest, 0);
        var high = Math.Max(highest, 0);
        if (low == high)
        {
            high = 1;
        }

        var step = Step((high - low) / wanted);
        var ticks = new List<decimal>();
        for (var value = Math.Floor(low / step) * step; ; value += step)
        {
            ticks.Add(value);
            if (value >= high)
            {
                return ticks;
            }
        }
    }

    private static decimal Step(decimal atLeast)
    {
        var power = 1m;
        while (power * 10 <= atLeast)
        {
            power *= 10;
        }

        // No axis has a step below one: neither dollars nor people are shown in parts.
        foreach (var factor in (ReadOnlySpan<decimal>)[1, 2, 5])
        {
            if (power * factor >= atLeast)
            {
                return power * factor;
            }
        }

        return power * 10;
    }
}
