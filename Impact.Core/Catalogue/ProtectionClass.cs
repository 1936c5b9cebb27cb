namespace Impact.Core.Catalogue;

/// <summary>What protects the people behind a figure; each published metric has exactly one.</summary>
public enum ProtectionClass
{
    /// <summary>Money between organisations, fund totals, fees, balances and facts about reporting: exact, at its time.</summary>
    Exact,

    /// <summary>Counts of individual donors and what is computed from them: leaves only with noise, unit one donor.</summary>
    DonorNoise,

    /// <summary>Counts from household and service records: leaves only with noise, unit one household.</summary>
    HouseholdNoise,

    /// <summary>Totals a partner reports and certifies itself: named as the partner's, at least ten, rounded to five.</summary>
    PartnerStatement,

    /// <summary>Never leaves the private store.</summary>
    NotPublished,
}
