using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>Where the conversion of zCDP to (ε, δ) is tightest: t = α − 1 of the best Rényi order α.</summary>
/// <remarks>
/// Every t &gt; 0 gives a true bound, so the search may use floating point: it decides how tight a figure is, never whether it holds.
/// </remarks>
internal static class ConversionPoint
{
    /// <summary>ln t is searched between ±700, near the ends of what a double holds.</summary>
    private const double Widest = 700;

    /// <summary>Two hundred halvings leave nothing to gain.</summary>
    private const int Halvings = 200;

    /// <summary>A double's fraction has fifty-two bits.</summary>
    private const int FractionBits = 52;

    /// <summary>Best t for ε: ρ·t² + ln(1 + t) = ln(1/δ).</summary>
    public static Fraction ForEpsilon(Fraction rho, Fraction delta)
    {
        var (budget, target) = (Size(rho), -LogOf(delta));
        return Root(t => (budget * t * t) + LogOnePlus(t) - target);
    }

    /// <summary>Best t for δ: (2t + 1)·ρ − ε = ln(1 + 1/t).</summary>
    public static Fraction ForDelta(Fraction rho, Fraction epsilon)
    {
        var (budget, bound) = (Size(rho), Size(epsilon));
        return Root(t => (((2 * t) + 1) * budget) - bound - LogOnePlus(1 / t));
    }

    /// <summary>Best t for ρ: the condition of <see cref="ForEpsilon" /> with ρ as ε and t give it.</summary>
    public static Fraction ForRho(Fraction epsilon, Fraction delta)
    {
        var (bound, target) = (Size(epsilon), -LogOf(delta));
        return Root(t =>
        {
            var rest = ((target - LogOnePlus(t)) / t) - LogOnePlus(1 / t);
            return ((bound - rest) / (1 + t) * t * t) + LogOnePlus(t) - target;
        });
    }

    /// <summary>The size of a logarithm in bits, for choosing a number of places.</summary>
    public static int Bits(Fraction value) =>
        (int)Math.Max(value.Numerator.GetBitLength(), value.Denominator.GetBitLength());

    private static double LogOf(Fraction value) => BigInteger.Log(value.Numerator) - BigInteger.Log(value.Denominator);

    /// <summary>ln(1 + x) for small x too, after Kahan: the runtime's own adds 1 first and loses it.</summary>
    private static double LogOnePlus(double value)
    {
        var sum = 1 + value;
        return sum - 1 == 0 ? value : Math.Log(sum) * (value / (sum - 1));
    }

    private static double Size(Fraction value) => value.Sign == 0 ? 0 : Math.Exp(LogOf(value));

    /// <summary>The zero of a function that rises with t.</summary>
    private static Fraction Root(Func<double, double> rising)
    {
        var (low, high) = (-Widest, Widest);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = rising(Math.Exp(middle)) < 0 ? (middle, high) : (low, middle);
        }

        return Exact(Math.Exp(low));
    }

    private static Fraction Exact(double value)
    {
        var exponent = Math.ILogB(value) - FractionBits;
        var whole = new BigInteger(Math.ScaleB(value, -exponent));
        return exponent >= 0 ? Fraction.Of(whole << exponent) : Fraction.Of(whole, BigInteger.One << -exponent);
    }
}
