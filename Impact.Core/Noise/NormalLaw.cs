using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>The standard normal law, enclosed.</summary>
internal static class NormalLaw
{
    /// <summary>Two hundred and fifty-six binary places.</summary>
    private const int Places = 256;

    /// <summary>Beyond twenty standard deviations less than 10⁻⁸⁸ remains.</summary>
    private const int Widest = 20;

    /// <summary>At twenty deviations the series reaches e^200, three hundred and twenty places that cancel again.</summary>
    private const int Guard = 320;

    /// <summary>A quantile is found to 2^−80.</summary>
    private const int QuantileBits = 80;

    /// <summary>Φ(x); beyond ±20 that of ±20, opened to 0 or 1.</summary>
    public static Enclosure Cumulative(Enclosure value)
    {
        var widest = (BigInteger)Widest << Places;
        var low = value.Low < -widest ? BigInteger.Zero : At(BigInteger.Min(value.Low, widest)).Low;
        var high = value.High > widest ? BigInteger.One << Places : At(BigInteger.Max(value.High, -widest)).High;
        return new(low, high, Places);
    }

    /// <summary>Φ at an exact point.</summary>
    public static Enclosure Cumulative(Fraction value) => Cumulative(Enclosure.Of(value, Places));

    /// <summary>Where Φ reaches a level, to 2^−80; for levels from Φ(−20) to Φ(20).</summary>
    public static Enclosure Quantile(Fraction level)
    {
        var (low, high) = (Fraction.Of(-Widest), Fraction.Of(Widest));
        var target = Enclosure.Of(level, Places);
        for (var halving = 0; halving < QuantileBits + Widest; halving++)
        {
            var middle = (low + high) * Fraction.Of(1, 2);
            var there = Cumulative(middle);
            if (there.High < target.Low)
            {
                low = middle;
            }
            else if (there.Low > target.High)
            {
                high = middle;
            }
            else
            {
                break;
            }
        }

        return new(Enclosure.Of(low, Places).Low, Enclosure.Of(high, Places).High, Places);
    }

    /// <summary>1/2 + φ(x)·Σ x^(2k+1)/(1·3·…·(2k+1)) at one point between ±20.</summary>
    private static Enclosure At(BigInteger point)
    {
        var value = new Enclosure(point, point, Places).To(Places + Guard);
        var square = value * value;
        var term = value;
        var sum = value;
        for (var odd = 3; odd < 2 * Widest * Widest || !term.IsWithin(2); odd += 2)
        {
            term = (term * square).Over(odd);
            sum += term;
        }

        // By then each term is at most half of the one before, so the remainder is below the last one.
        sum = sum.Widened(4);
        var pi = Transcendental.Pi(Places + Guard);
        var density = Transcendental.Exp(-square.Over(2)) / (pi + pi).Root();
        var half = Enclosure.Of(Fraction.Of(1, 2), Places + Guard);
        return (half + (density * sum)).AsProbability().To(Places);
    }
}
