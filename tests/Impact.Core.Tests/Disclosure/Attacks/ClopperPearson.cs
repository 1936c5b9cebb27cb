using Impact.Core.Tests.Noise;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Exact one-sided bounds of a share from counted successes (Clopper and Pearson 1934), by the incomplete beta function.</summary>
internal static class ClopperPearson
{
    private const int Halvings = 60;

    /// <summary>The largest share that is too small: with it, so many successes or more have at most this chance.</summary>
    public static double Lower(long successes, long trials, double chance) =>
        successes == 0 ? 0 : Solve(share => AtLeast(successes, trials, share) <= chance);

    /// <summary>The smallest share that is too large: with it, so many successes or fewer have at most this chance.</summary>
    public static double Upper(long successes, long trials, double chance) =>
        1 - Lower(trials - successes, trials, chance);

    /// <summary>P[at least so many successes] = I_share(k, n − k + 1).</summary>
    private static double AtLeast(long successes, long trials, double share) =>
        IncompleteBeta(successes, trials - successes + 1, share);

    private static double Solve(Func<double, bool> isTooSmall)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = isTooSmall(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double IncompleteBeta(double a, double b, double x)
    {
        if (x is 0 or 1)
        {
            return x;
        }

        var front = Math.Exp(
            ChiSquare.LogGamma(a + b)
                - ChiSquare.LogGamma(a)
                - ChiSquare.LogGamma(b)
                + (a * Math.Log(x))
                + (b * Math.Log(1 - x))
        );
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - (front * Fraction(b, a, 1 - x) / b);
    }

    /// <summary>The continued fraction of the incomplete beta function, by Lentz's method.</summary>
    private static double Fraction(double a, double b, double x)
    {
        const int most = 100_000;
        var (c, d) = (1.0, 1 / Away(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var step = 1; step < most; step++)
        {
            var even = step * (b - step) * x / ((a + (2 * step) - 1) * (a + (2 * step)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            value *= d * c;
            var odd = -(a + step) * (a + b + step) * x / ((a + (2 * step)) * (a + (2 * step) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-14)
            {
                return value;
            }
        }

        throw new InvalidOperationException("The continued fraction does not settle.");
    }

    private static double Away(double value)
    {
        const double tiny = 1e-300;
        return Math.Abs(value) < tiny ? tiny : value;
    }
}
