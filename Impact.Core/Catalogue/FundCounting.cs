namespace Impact.Core.Catalogue;

/// <summary>Who is counted as one.</summary>
public enum CountingUnit
{
    /// <summary>A household of one organisation: one that two organisations help is two. For partners with case numbers of their own.</summary>
    HouseholdAndOrganisation,

    /// <summary>A household, whoever helps it. Only where the fund itself gives cards or numbers that all partners use from the start.</summary>
    Household,
}

/// <summary>How a fund counts single people and households, fixed at the first release that shows such a count.</summary>
/// <param name="From">First day of the first month that is counted; whoever came before is counted in it.</param>
/// <param name="Unit">Who is counted as one.</param>
public sealed record FundCounting(DateOnly From, CountingUnit Unit = CountingUnit.HouseholdAndOrganisation);
