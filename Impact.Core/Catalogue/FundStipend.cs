namespace Impact.Core.Catalogue;

/// <summary>An amount that a cash programme pays a household.</summary>
/// <param name="OrganisationId">The organisation with the cash programme.</param>
/// <param name="AmountMinor">Minor units of the base currency, above 0.</param>
/// <param name="From">First day on which it is paid.</param>
/// <param name="Until">Last day on which it is paid; empty: no end.</param>
public sealed record FundStipend(string OrganisationId, long AmountMinor, DateOnly From, DateOnly? Until = null);
