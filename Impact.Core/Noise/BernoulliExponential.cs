using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>True with probability exp(−n/d), exactly, from uniform whole numbers alone (Canonne, Kamath and Steinke 2020, algorithm 1).</summary>
/// <remarks>
/// No quotient is formed: step k asks whether a uniform number below d·k is below n. The number of steps depends on the outcome, so the time
/// it takes says something about it; see <see cref="DiscreteGaussianTable" />.
/// </remarks>
public static class BernoulliExponential
{
    /// <summary>Beyond 2^30 steps, which happens once in (2^30)! draws, the machine's integers are left.</summary>
    private const uint MostSteps = 1U << 30;

    /// <summary>The largest denominator, 2^97, whose product with <see cref="MostSteps" /> fits 128 bits.</summary>
    internal static UInt128 MostDenominator { get; } = UInt128.One << 97;

    /// <summary>Draws once; a numerator of 0 is always true.</summary>
    /// <param name="numerator">n, at least 0.</param>
    /// <param name="denominator">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is negative or d is not positive.</exception>
    public static bool Draw(BigInteger numerator, BigInteger denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator.Sign, nameof(numerator));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator.Sign, nameof(denominator));
        return Draw(SecureBits.OfThread, numerator, denominator);
    }

    /// <summary>Draws once from whole numbers of any size.</summary>
    internal static bool Draw(SecureBits bits, BigInteger numerator, BigInteger denominator)
    {
        while (numerator > denominator)
        {
            if (!DrawOne(bits))
            {
                return false;
            }

            numerator -= denominator;
        }

        return DrawSeries(bits, numerator, denominator, 1);
    }

    /// <summary>Draws once on 128 bits.</summary>
    /// <remarks>Proof that nothing overflows: numerator − denominator only shrinks; denominator · k ≤ 2^97 · 2^30 &lt; 2^128.</remarks>
    /// <param name="bits">The thread's generator.</param>
    /// <param name="numerator">Any.</param>
    /// <param name="denominator">At least 1, at most <see cref="MostDenominator" />.</param>
    internal static bool Draw(SecureBits bits, UInt128 numerator, UInt128 denominator)
    {
        while (numerator > denominator)
        {
            if (!DrawOne(bits))
            {
                return false;
            }

            numerator -= denominator;
        }

        for (uint step = 1; step <= MostSteps; step++)
        {
            if (bits.Below(denominator * step) >= numerator)
            {
                return (step & 1) == 1;
            }
        }

        return DrawSeries(bits, numerator, denominator, MostSteps + 1);
    }

    /// <summary>True with probability exp(−1). Its first step is certain and needs no draw.</summary>
    internal static bool DrawOne(SecureBits bits)
    {
        ulong step = 2;
        while (bits.Below(step) == 0)
        {
            step++;
        }

        return (step & 1) == 1;
    }

    private static bool DrawSeries(SecureBits bits, BigInteger numerator, BigInteger denominator, BigInteger step)
    {
        while (bits.Below(denominator * step) < numerator)
        {
            step += BigInteger.One;
        }

        return !step.IsEven;
    }
}
