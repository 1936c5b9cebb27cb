namespace Impact.Core.Noise;

/// <summary>Accounting of zero-concentrated differential privacy (zCDP), in exact fractions (Bun and Steinke 2016).</summary>
/// <remarks>Costs add: the ρ of several tables is their sum. ε and δ are for display; see <c>PrivacyStatement</c>.</remarks>
public static class ZeroConcentrated
{
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
}
