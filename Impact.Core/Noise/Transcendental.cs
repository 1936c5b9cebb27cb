using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>exp, ln and π of enclosures, by series whose remainders are bounded.</summary>
internal static class Transcendental
{
    /// <summary>An argument is halved until it is below 2^−8.</summary>
    private const int SmallBits = 8;

    /// <summary>Thirty-two more places than asked for take up the rounding of the steps.</summary>
    private const int GuardBits = 32;

    /// <summary>A series ends when its term is at most two steps; its remainder is then below four.</summary>
    private const int LastTerm = 2;

    private const int Remainder = 4;

    /// <summary>e to the power of a number.</summary>
    public static Enclosure Exp(Enclosure value) =>
        new(ExpAt(value.Low, value.Bits).Low, ExpAt(value.High, value.Bits).High, value.Bits);

    /// <summary>The natural logarithm of a number whose lower end is above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lower end is not above 0.</exception>
    public static Enclosure Log(Enclosure value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value.Low.Sign, nameof(value));
        return new(LogAt(value.Low, value.Bits).Low, LogAt(value.High, value.Bits).High, value.Bits);
    }

    /// <summary>π by Machin's formula: 16·atan(1/5) − 4·atan(1/239).</summary>
    public static Enclosure Pi(int bits)
    {
        var work = bits + GuardBits;
        var fifth = OddPowers(Enclosure.Of(Fraction.Of(1, 5), work), alternating: true);
        var small = OddPowers(Enclosure.Of(Fraction.Of(1, 239), work), alternating: true);
        return ((Enclosure.Whole(16, work) * fifth) - (Enclosure.Whole(4, work) * small)).To(bits);
    }

    /// <summary>exp(x) = (exp(x/2^s))^(2^s), the inner one by Taylor's series.</summary>
    private static Enclosure ExpAt(BigInteger point, int bits)
    {
        var halvings = Math.Max(0, (int)BigInteger.Abs(point).GetBitLength() - bits + SmallBits);
        var work = bits + halvings + GuardBits;

        // The places gained are at least the halvings, so the halved point is exact.
        var small = point << (work - bits - halvings);
        var argument = new Enclosure(small, small, work);
        var term = Enclosure.Whole(BigInteger.One, work);
        var sum = term;
        for (var index = 1; !term.IsWithin(LastTerm); index++)
        {
            term = (term * argument).Over(index);
            sum += term;
        }

        sum = sum.Widened(Remainder);
        for (var squaring = 0; squaring < halvings; squaring++)
        {
            sum *= sum;
        }

        var result = sum.To(bits);
        return result with { Low = BigInteger.Max(result.Low, BigInteger.Zero) };
    }

    /// <summary>ln(2^k·m) = k·ln 2 + 2·atanh((m − 1)/(m + 1)) with m in [1/2, 1).</summary>
    private static Enclosure LogAt(BigInteger point, int bits)
    {
        var length = (int)point.GetBitLength();
        var work = Math.Max(bits, length) + GuardBits;
        var mantissa = point << (work - length);
        var one = BigInteger.One << work;
        var argument = Enclosure.Of(Fraction.Of(mantissa - one, mantissa + one), work);
        var third = Enclosure.Of(Fraction.Of(1, 3), work);
        var two = Enclosure.Whole(2, work);
        var ofTwo = two * OddPowers(third, alternating: false);
        var power = Enclosure.Whole(length - bits, work) * ofTwo;
        return (power + (two * OddPowers(argument, alternating: false))).To(bits);
    }

    /// <summary>Σ ±x^(2j+1)/(2j+1): atanh, or atan when the signs alternate; for |x| ≤ 1/3.</summary>
    private static Enclosure OddPowers(Enclosure argument, bool alternating)
    {
        var square = argument * argument;
        var power = argument;
        var sum = Enclosure.Whole(BigInteger.Zero, argument.Bits);
        for (var index = 0; !power.IsWithin(LastTerm); index++)
        {
            var term = power.Over((2 * index) + 1);
            sum = alternating && (index & 1) == 1 ? sum - term : sum + term;
            power *= square;
        }

        return sum.Widened(Remainder);
    }
}
