using System.Text.Json.Serialization;
using Impact.Core.Noise;

namespace Impact.Core.Disclosure.Counts;

/// <summary>What all noisy tables about one kind of people may tell of one of them, and how it is shared out.</summary>
internal sealed record CountBudget
{
    /// <summary>ρ of zero-concentrated differential privacy over the fund's life, a fraction such as <c>1/10</c>.</summary>
    public required string Lifetime { get; init; }

    /// <summary>Each table's share of it; a table that is not here is not shown.</summary>
    public required IReadOnlyDictionary<string, string> Shares { get; init; }

    /// <summary>The lifetime budget.</summary>
    [JsonIgnore]
    public Fraction Rho => Fraction.Parse(Lifetime);

    /// <summary>What one table may spend.</summary>
    public Fraction RhoOf(string table) => Rho * Fraction.Parse(Shares[table]);

    /// <summary>Whether it can be kept: above 0, at most the ceiling, only these tables, and no more shared out than there is.</summary>
    /// <param name="tables">The tables that may be named.</param>
    /// <param name="ceiling">No lifetime may be above it.</param>
    public bool IsSound(IReadOnlyCollection<string> tables, Fraction ceiling) =>
        Fraction.TryParse(Lifetime, out var lifetime)
        && lifetime > Fraction.Zero
        && lifetime <= ceiling
        && Shares.All(share =>
            tables.Contains(share.Key)
            && share.Value is not null
            && Fraction.TryParse(share.Value, out var part)
            && part > Fraction.Zero
        )
        && Shares.Values.Aggregate(Fraction.Zero, (sum, share) => sum + Fraction.Parse(share)) <= Fraction.One;
}
