namespace Impact.Core.Tests.Noise;

/// <summary>The χ² law's upper tail, for judging counts against expected ones.</summary>
internal static class ChiSquare
{
    /// <summary>Two in 10⁹: one false alarm in five hundred million tests; six standard deviations.</summary>
    public const double Alarm = 2e-9;

    /// <summary>P[χ² with so many degrees of freedom ≥ statistic]: the regularised upper incomplete gamma function at (df/2, χ²/2).</summary>
    public static double Tail(int degrees, double statistic)
    {
        var (shape, at) = (degrees / 2.0, statistic / 2);
        var front = Math.Exp((shape * Math.Log(at)) - at - LogGamma(shape));
        return at < shape + 1 ? 1 - (front * Series(shape, at)) : front * Fraction(shape, at);
    }

    private static double Series(double shape, double at)
    {
        var term = 1 / shape;
        var sum = term;
        for (var step = 1; term > sum * 1e-17; step++)
        {
            term *= at / (shape + step);
            sum += term;
        }

        return sum;
    }

    /// <summary>Lentz's continued fraction.</summary>
    private static double Fraction(double shape, double at)
    {
        const double tiny = 1e-300;
        var b = at + 1 - shape;
        var c = 1 / tiny;
        var d = 1 / b;
        var value = d;
        for (var step = 1; step < 100_000; step++)
        {
            var a = -step * (step - shape);
            b += 2;
            d = 1 / Away((a * d) + b);
            c = Away(b + (a / c));
            var change = c * d;
            value *= change;
            if (Math.Abs(change - 1) < 1e-15)
            {
                break;
            }
        }

        return value;

        static double Away(double number) => Math.Abs(number) < tiny ? tiny : number;
    }

    /// <summary>ln Γ by recursion and Stirling's series.</summary>
    public static double LogGamma(double value)
    {
        var shift = 0.0;
        for (; value < 20; value++)
        {
            shift -= Math.Log(value);
        }

        var inverse = 1 / value;
        var square = inverse * inverse;
        var series = inverse * ((1 / 12.0) - (square * ((1 / 360.0) - (square / 1260))));
        return shift + ((value - 0.5) * Math.Log(value)) - value + (0.5 * Math.Log(2 * Math.PI)) + series;
    }
}
