using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>Whole numbers y with probability proportional to exp(−|y|/b), exactly (Canonne, Kamath and Steinke 2020, algorithm 2).</summary>
/// <remarks>
/// b is the scale; for one count of sensitivity 1 it gives ε = 1/b. The time of a draw grows with its size (a correlation near one half): draw
/// where no reader can measure it. Safe to share between threads.
/// </remarks>
public sealed class DiscreteLaplace
{
    /// <summary>Both parts of the scale stay at or below 2^62 on the fast path.</summary>
    internal const ulong MostPart = 1UL << 62;

    private readonly ulong fastNumerator;
    private readonly ulong fastDenominator;

    /// <summary>Fixes the law.</summary>
    /// <param name="scale">b, larger than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not positive.</exception>
    public DiscreteLaplace(Fraction scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale.Sign, nameof(scale));
        Scale = scale;
        if (scale.Numerator <= MostPart && scale.Denominator <= MostPart)
        {
            fastNumerator = (ulong)scale.Numerator;
            fastDenominator = (ulong)scale.Denominator;
        }
    }

    /// <summary>b.</summary>
    public Fraction Scale { get; }

    /// <summary>Draws one whole number, of any size.</summary>
    public BigInteger Sample()
    {
        var bits = SecureBits.OfThread;
        if (fastDenominator == 0)
        {
            return Draw(bits, Scale.Numerator, Scale.Denominator);
        }

        var (magnitude, negative) = Draw(bits, fastNumerator, fastDenominator);
        return negative ? -(BigInteger)magnitude : magnitude;
    }

    /// <summary>Draws one whole number that fits 64 bits.</summary>
    /// <exception cref="OverflowException">It does not fit; no part of it is given.</exception>
    public long SampleInt64()
    {
        if (fastDenominator == 0)
        {
            return checked((long)Sample());
        }

        var (magnitude, negative) = Draw(SecureBits.OfThread, fastNumerator, fastDenominator);
        var size = checked((long)magnitude);
        return negative ? -size : size;
    }

    /// <summary>Draws size and sign on the machine's integers.</summary>
    /// <remarks>
    /// Proof that nothing overflows: the rest is below the numerator ≤ 2^62, the turns are a checked 64-bit count, so
    /// rest + numerator · turns &lt; 2^62 + 2^62 · 2^64 &lt; 2^127. The exponential's denominator is the numerator, far below 2^97.
    /// </remarks>
    internal static (UInt128 Magnitude, bool Negative) Draw(SecureBits bits, ulong numerator, ulong denominator)
    {
        while (true)
        {
            var rest = bits.Below(numerator);
            if (!BernoulliExponential.Draw(bits, (UInt128)rest, numerator))
            {
                continue;
            }

            var size = rest + ((UInt128)numerator * Turns(bits));
            var magnitude = denominator == 1 ? size : size / denominator;

            // A negative zero is drawn again, whole, or zero would be counted twice.
            var negative = bits.NextBit();
            if (!negative || magnitude != UInt128.Zero)
            {
                return (magnitude, negative);
            }
        }
    }

    /// <summary>Draws on integers of any size.</summary>
    internal static BigInteger Draw(SecureBits bits, BigInteger numerator, BigInteger denominator)
    {
        while (true)
        {
            var rest = bits.Below(numerator);
            if (!BernoulliExponential.Draw(bits, rest, numerator))
            {
                continue;
            }

            var magnitude = (rest + (numerator * Turns(bits))) / denominator;
            var negative = bits.NextBit();
            if (!negative || !magnitude.IsZero)
            {
                return negative ? -magnitude : magnitude;
            }
        }
    }

    /// <summary>How often exp(−1) came true in a row.</summary>
    private static ulong Turns(SecureBits bits)
    {
        ulong turns = 0;
        while (BernoulliExponential.DrawOne(bits))
        {
            turns = checked(turns + 1);
        }

        return turns;
    }
}
