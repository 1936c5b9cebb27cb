using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>Accounting of zero-concentrated differential privacy (zCDP), in exact fractions (Bun and Steinke 2016).</summary>
/// <remarks>
/// Costs add: the ρ of several tables is their sum. ε and δ are for display, see <see cref="PrivacyStatement" />; the conversion is
/// Canonne, Kamath and Steinke's (2020, proposition 12): δ = inf over α &gt; 1 of exp((α − 1)(αρ − ε))·(1 − 1/α)^α/(α − 1). It is
/// evaluated in whole numbers with at least 320 binary places and rounded to the safe side, so no figure here is better than the truth.
/// </remarks>
public static class ZeroConcentrated
{
    /// <summary>Three hundred and twenty binary places, beyond those that small arguments need.</summary>
    private const int Places = 320;

    /// <summary>A δ is told down to about 2^−65536; below, that bound is given.</summary>
    private const int MostShortfall = 1 << 17;

    private static readonly Fraction Two = Fraction.Of(2);

    /// <summary>What a draw costs: ρ = Δ²/(2σ²).</summary>
    /// <param name="sensitivitySquared">Δ², the largest squared Euclidean change by one unit, larger than 0.</param>
    /// <param name="variance">σ², larger than 0, in the same squared units.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not positive.</exception>
    public static Fraction Cost(Fraction sensitivitySquared, Fraction variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sensitivitySquared.Sign, nameof(sensitivitySquared));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance.Sign, nameof(variance));
        return sensitivitySquared / (Two * variance);
    }

    /// <summary>The noise a budget demands: σ² = Δ²/(2ρ).</summary>
    /// <param name="sensitivitySquared">Δ², larger than 0.</param>
    /// <param name="rho">ρ, larger than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not positive.</exception>
    public static Fraction Variance(Fraction sensitivitySquared, Fraction rho)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sensitivitySquared.Sign, nameof(sensitivitySquared));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rho.Sign, nameof(rho));
        return sensitivitySquared / (Two * rho);
    }

    /// <summary>The ε that ρ-zCDP implies at δ, rounded up; for display, always together with δ.</summary>
    /// <param name="rho">ρ, larger than 0.</param>
    /// <param name="delta">δ, between 0 and 1, for example <c>Fraction.PowerOfTen(-7)</c>.</param>
    /// <returns>At least 0 and at least the true infimum, within a relative 10⁻²⁰ of it for budgets in use.</returns>
    /// <exception cref="ArgumentOutOfRangeException">ρ is not positive, or δ not between 0 and 1.</exception>
    public static Fraction Epsilon(Fraction rho, Fraction delta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rho.Sign, nameof(rho));
        CheckDelta(delta);
        var at = new Order(ConversionPoint.ForEpsilon(rho, delta), Places + ConversionPoint.Bits(rho));
        var epsilon = ((at.Alpha * at.Of(rho)) + at.Rest(delta)).Upper;
        return epsilon.Sign < 0 ? Fraction.Zero : epsilon;
    }

    /// <summary>The δ that ρ-zCDP implies at ε, rounded up.</summary>
    /// <param name="rho">ρ, larger than 0.</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <returns>At most 1 and at least the true infimum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">ρ is not positive or ε negative.</exception>
    public static Fraction Delta(Fraction rho, Fraction epsilon)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rho.Sign, nameof(rho));
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon.Sign, nameof(epsilon));
        var places = Places + ConversionPoint.Bits(rho) + ConversionPoint.Bits(epsilon);
        var at = new Order(ConversionPoint.ForDelta(rho, epsilon), places);
        var exponent = at.Step * ((at.Alpha * at.Of(rho)) - at.Of(epsilon));

        // A δ far below 2^−320 needs as many more places as its exponent says.
        var shortfall = BigInteger.Clamp(-(exponent.Low >> (exponent.Bits - 1)), BigInteger.Zero, MostShortfall);
        at = at.WithPlaces(places + (int)shortfall);
        exponent = at.Step * ((at.Alpha * at.Of(rho)) - at.Of(epsilon));
        return Transcendental.Exp(exponent + at.Prefactor()).AsProbability().Upper;
    }

    /// <summary>The largest ρ whose ε at δ is not above a target, rounded down.</summary>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="delta">δ, between 0 and 1.</param>
    /// <returns>At least 0 and at most the true supremum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative, or δ not between 0 and 1.</exception>
    public static Fraction RhoFor(Fraction epsilon, Fraction delta)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon.Sign, nameof(epsilon));
        CheckDelta(delta);
        var at = new Order(ConversionPoint.ForRho(epsilon, delta), Places + ConversionPoint.Bits(epsilon));
        var rho = ((at.Of(epsilon) - at.Rest(delta)) / at.Alpha).Lower;
        return rho.Sign < 0 ? Fraction.Zero : rho;
    }

    private static void CheckDelta(Fraction delta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta.Sign, nameof(delta));
        if (delta >= Fraction.One)
        {
            throw new ArgumentOutOfRangeException(nameof(delta), "δ is below 1.");
        }
    }

    /// <summary>One Rényi order α = 1 + t and the parts of the conversion at it.</summary>
    private sealed class Order(Fraction step, int places)
    {
        /// <summary>t itself may be tiny; its own places come on top.</summary>
        private readonly int bits = places + ConversionPoint.Bits(step);

        public Enclosure Step => Of(step);

        public Enclosure Alpha => Of(Fraction.One + step);

        public Enclosure Of(Fraction value) => Enclosure.Of(value, bits);

        public Order WithPlaces(int more) => new(step, more);

        /// <summary>t·ln t − (1 + t)·ln(1 + t).</summary>
        public Enclosure Prefactor() => (Step * Transcendental.Log(Step)) - (Alpha * Transcendental.Log(Alpha));

        /// <summary>What stands in ε beside αρ: (prefactor − ln δ)/t.</summary>
        public Enclosure Rest(Fraction delta)
        {
            // δ as a quotient of whole numbers: its logarithm needs no more places when it is small.
            var upper = Transcendental.Log(Enclosure.Whole(delta.Denominator, bits));
            var lower = Transcendental.Log(Enclosure.Whole(delta.Numerator, bits));
            return (Prefactor() + upper - lower) / Step;
        }
    }
}
