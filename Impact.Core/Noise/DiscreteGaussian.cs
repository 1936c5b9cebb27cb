using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>Whole numbers y with probability proportional to exp(−y²/(2σ²)), exactly (Canonne, Kamath and Steinke 2020, algorithm 3).</summary>
/// <remarks>
/// A candidate of the discrete Laplace law with scale t = ⌊σ⌋ + 1 is kept with probability exp(−(|y| − σ²/t)²/(2σ²)); with σ² = n/d that
/// exponent is (|y|·d·t − n)² / (2·n·d·t²), whole numbers only. The parameter is σ², not σ, so that the cost Δ²/(2σ²) stays rational. The
/// time of a draw says a little about its size (a correlation near one tenth). Safe to share between threads.
/// </remarks>
public sealed class DiscreteGaussian
{
    /// <summary>d·t² stays at or below 2^48 on the fast path.</summary>
    private const ulong MostSquare = 1UL << 48;

    /// <summary>A candidate of 2^15 scales or more, once in e^32768 draws, is judged on integers of any size.</summary>
    private const ulong MostTurns = 1UL << 15;

    private readonly BigInteger numerator;
    private readonly BigInteger denominator;
    private readonly BigInteger scale;
    private readonly BigInteger stride;
    private readonly BigInteger exponentDenominator;
    private readonly bool fast;

    /// <summary>The scale where candidates fit the machine's integers, though the judgement of them may not; else 0.</summary>
    private readonly ulong machineScale;
    private readonly ulong fastNumerator;
    private readonly ulong fastScale;
    private readonly ulong fastStride;
    private readonly UInt128 fastExponentDenominator;

    /// <summary>Fixes the law.</summary>
    /// <param name="variance">σ², larger than 0, in squared units of the count.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is not positive.</exception>
    public DiscreteGaussian(Fraction variance)
        : this(variance, narrow: true) { }

    /// <summary>Fixes the law, and for tests and measurements leaves the machine's integers alone when not <paramref name="narrow" />.</summary>
    internal DiscreteGaussian(Fraction variance, bool narrow)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance.Sign, nameof(variance));
        Variance = variance;
        (numerator, denominator) = (variance.Numerator, variance.Denominator);
        scale = WholeRoot.Floor(variance.Floor) + BigInteger.One;
        stride = denominator * scale;
        exponentDenominator = 2 * numerator * stride * scale;
        fast = narrow && stride * scale <= MostSquare;
        machineScale = narrow && scale <= DiscreteLaplace.MostPart ? (ulong)scale : 0;
        if (fast)
        {
            fastNumerator = (ulong)numerator;
            fastScale = (ulong)scale;
            fastStride = (ulong)stride;
            fastExponentDenominator = (UInt128)exponentDenominator;
        }
    }

    /// <summary>σ², the parameter; the law's own variance is a little smaller for small σ² (0.215 at 1/4).</summary>
    public Fraction Variance { get; }

    /// <summary>Draws one whole number, of any size.</summary>
    public BigInteger Sample()
    {
        var bits = SecureBits.OfThread;
        return fast ? DrawFast(bits) : Draw(bits);
    }

    /// <summary>Draws one whole number that fits 64 bits.</summary>
    /// <exception cref="OverflowException">It does not fit; no part of it is given.</exception>
    public long SampleInt64()
    {
        var bits = SecureBits.OfThread;
        return fast ? checked((long)DrawFast(bits)) : checked((long)Draw(bits));
    }

    /// <summary>Draws on 128 bits.</summary>
    /// <remarks>
    /// Proof that nothing overflows, with d·t² ≤ 2^48: t² &gt; σ² = n/d, so n &lt; d·t² ≤ 2^48. A candidate is below t·(turns + 1); below
    /// 2^15 turns, |y|·d·t &lt; d·t²·2^15 ≤ 2^63, so the difference to n fits 64 bits and its square is below 2^126. The denominator is
    /// 2·n·d·t² ≤ 2·2^48·2^48 = 2^97, the most that <see cref="BernoulliExponential" /> takes. A candidate has no largest value: from
    /// t·2^15 on it goes to the integers of any size, with the same law.
    /// </remarks>
    private Int128 DrawFast(SecureBits bits)
    {
        while (true)
        {
            var (magnitude, negative) = DiscreteLaplace.Draw(bits, fastScale, 1);
            bool kept;
            if (magnitude < fastScale * MostTurns)
            {
                var reached = (ulong)magnitude * fastStride;
                UInt128 distance = reached > fastNumerator ? reached - fastNumerator : fastNumerator - reached;
                kept = BernoulliExponential.Draw(bits, distance * distance, fastExponentDenominator);
            }
            else
            {
                kept = Keeps(bits, magnitude);
            }

            if (kept)
            {
                return negative ? -(Int128)magnitude : (Int128)magnitude;
            }
        }
    }

    private BigInteger Draw(SecureBits bits)
    {
        BigInteger candidate;
        do
        {
            candidate = Candidate(bits);
        } while (!Keeps(bits, BigInteger.Abs(candidate)));

        return candidate;
    }

    /// <summary>A candidate of the discrete Laplace law. On a fine grid most of a draw's work is here, and fits 128 bits.</summary>
    private BigInteger Candidate(SecureBits bits)
    {
        if (machineScale == 0)
        {
            return DiscreteLaplace.Draw(bits, scale, BigInteger.One);
        }

        var (magnitude, negative) = DiscreteLaplace.Draw(bits, machineScale, 1);
        return negative ? -(BigInteger)magnitude : magnitude;
    }

    private bool Keeps(SecureBits bits, BigInteger magnitude)
    {
        var distance = (magnitude * stride) - numerator;
        return BernoulliExponential.Draw(bits, distance * distance, exponentDenominator);
    }
}
