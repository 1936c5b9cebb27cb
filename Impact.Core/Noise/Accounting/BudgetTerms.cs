namespace Impact.Core.Noise.Accounting;

/// <summary>Whom a budget protects: the unit that is added or removed in the guarantee.</summary>
public static class BudgetUnits
{
    /// <summary>A household as one organisation knows it; one that two organisations help is two units.</summary>
    public const string HouseholdOrganisation = "household-organisation";

    /// <summary>A household over all organisations, where one token space holds them all.</summary>
    public const string Household = "household";

    /// <summary>A donor who is a person.</summary>
    public const string Donor = "donor";

    /// <summary>Whether a code is one of the units.</summary>
    public static bool Contains(string unit) => unit is HouseholdOrganisation or Household or Donor;
}

/// <summary>What one unit may lose over the fund's life.</summary>
/// <param name="Unit">A code of <see cref="BudgetUnits"/>.</param>
/// <param name="TokenSpace">Name of the space in which tokens of the unit meet; not empty.</param>
/// <param name="Lifetime">ρ of zero-concentrated differential privacy, greater than 0, at most <see cref="BudgetTerms.Ceiling"/>.</param>
public sealed record UnitBudget(string Unit, string TokenSpace, Fraction Lifetime);

/// <summary>The policy file under which a ledger was opened.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
public sealed record BudgetPolicy(string Id, string Version, string Sha256);

/// <summary>What holds for a fund's budget as long as the fund lives. A ledger is never opened again with others.</summary>
/// <param name="Fund">The fund's identifier.</param>
/// <param name="Units">At least one; a unit once; the two household units exclude each other.</param>
/// <param name="Policy">The policy at the opening; it may change later, the units may not.</param>
public sealed record BudgetTerms(string Fund, IReadOnlyList<UnitBudget> Units, BudgetPolicy Policy)
{
    /// <summary>No lifetime budget may be above one quarter, whatever a policy says.</summary>
    public static Fraction Ceiling { get; } = Fraction.Of(1, 4);

    /// <summary>Whether fund and units are the same; the policy may be another version.</summary>
    public bool AreSame(BudgetTerms other) => Fund == other.Fund && Units.SequenceEqual(other.Units);

    /// <summary>Why these terms cannot open a ledger; none when they can.</summary>
    internal BudgetRefusal Refusal()
    {
        var units = Units.Select(unit => unit.Unit).ToHashSet(StringComparer.Ordinal);
        if (
            !BudgetNames.IsSeries(Fund)
            || Units.Count == 0
            || units.Count != Units.Count
            || !units.All(BudgetUnits.Contains)
            || units.IsSupersetOf([BudgetUnits.Household, BudgetUnits.HouseholdOrganisation])
            || Units.Any(unit => unit.TokenSpace.Length == 0)
            || !BudgetNames.IsDigest(Policy.Sha256)
        )
        {
            return BudgetRefusal.TermsUnfit;
        }

        return Units.All(unit => unit.Lifetime > Fraction.Of(0, 1) && unit.Lifetime <= Ceiling)
            ? BudgetRefusal.None
            : BudgetRefusal.AboveCeiling;
    }
}
