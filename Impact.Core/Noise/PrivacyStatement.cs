namespace Impact.Core.Noise;

/// <summary>Which two data sets a guarantee makes hard to tell apart.</summary>
public enum PrivacyAdjacency
{
    /// <summary>One unit is added or removed: being in the data is the secret.</summary>
    AddOrRemoveOne = 0,

    /// <summary>One unit takes the place of another: the number of units is no secret. Twice the distance of adding or removing.</summary>
    ReplaceOne = 1,
}

/// <summary>A guarantee as it is shown: ε never stands without δ, what is protected, against what, and for how long.</summary>
/// <param name="Rho">ρ, the exact budget that the statement restates.</param>
/// <param name="Epsilon">ε, rounded up.</param>
/// <param name="Delta">δ.</param>
/// <param name="Unit">What is protected, for example <c>household</c>; not blank.</param>
/// <param name="Adjacency">Which data sets are compared.</param>
/// <param name="Horizon">For how long, for example <c>the programme's life</c>; not blank.</param>
public sealed record PrivacyStatement(
    Fraction Rho,
    Fraction Epsilon,
    Fraction Delta,
    string Unit,
    PrivacyAdjacency Adjacency,
    string Horizon
)
{
    /// <summary>Three decimals are shown, rounded up.</summary>
    public const int ShownDecimals = 3;

    /// <summary>ε to three decimals, rounded up, for example <c>2.349</c>.</summary>
    public string ShownEpsilon => Epsilon.RoundedUp(ShownDecimals);

    /// <summary>The statement of a budget at a δ.</summary>
    /// <param name="rho">ρ, larger than 0.</param>
    /// <param name="delta">δ, between 0 and 1.</param>
    /// <param name="scope">Unit, adjacency and horizon.</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is not positive, or δ not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">Unit or horizon is blank.</exception>
    public static PrivacyStatement Of(Fraction rho, Fraction delta, PrivacyScope scope)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope.Unit, nameof(scope));
        ArgumentException.ThrowIfNullOrWhiteSpace(scope.Horizon, nameof(scope));
        var epsilon = ZeroConcentrated.Epsilon(rho, delta);
        return new(rho, epsilon, delta, scope.Unit, scope.Adjacency, scope.Horizon);
    }
}

/// <summary>What a guarantee is about.</summary>
/// <param name="Unit">What is protected, for example <c>household</c>.</param>
/// <param name="Adjacency">Which data sets are compared.</param>
/// <param name="Horizon">For how long, for example <c>the programme's life</c>.</param>
public sealed record PrivacyScope(string Unit, PrivacyAdjacency Adjacency, string Horizon);
