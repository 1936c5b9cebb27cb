namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Guesses secret bits from noisy counts of subsets: least squares with every bit between 0 and 1, then rounded (Dinur and Nissim 2003).</summary>
internal static class SubsetDecoder
{
    private const int Steps = 400;

    /// <summary>The share of bits that is guessed right.</summary>
    /// <param name="secret">The bits.</param>
    /// <param name="subsets">Each as the places of its members.</param>
    /// <param name="answers">A noisy count for each subset.</param>
    public static double Accuracy(bool[] secret, IReadOnlyList<int[]> subsets, IReadOnlyList<double> answers)
    {
        var guess = Fit(secret.Length, subsets, answers);
        return secret.Where((bit, place) => bit == guess[place] > 0.5).Count() / (double)secret.Length;
    }

    /// <summary>Projected gradient; the step is safe because no eigenvalue of AᵀA is above its largest row sum.</summary>
    private static double[] Fit(int bits, IReadOnlyList<int[]> subsets, IReadOnlyList<double> answers)
    {
        var sums = new double[bits];
        foreach (var subset in subsets)
        {
            foreach (var place in subset)
            {
                sums[place] += subset.Length;
            }
        }

        var step = 1 / Math.Max(1, sums.Max());
        var guess = Enumerable.Repeat(0.5, bits).ToArray();
        for (var turn = 0; turn < Steps; turn++)
        {
            var slope = new double[bits];
            for (var query = 0; query < subsets.Count; query++)
            {
                var over = subsets[query].Sum(place => guess[place]) - answers[query];
                foreach (var place in subsets[query])
                {
                    slope[place] += over;
                }
            }

            for (var place = 0; place < bits; place++)
            {
                guess[place] = Math.Clamp(guess[place] - (step * slope[place]), 0, 1);
            }
        }

        return guess;
    }
}
