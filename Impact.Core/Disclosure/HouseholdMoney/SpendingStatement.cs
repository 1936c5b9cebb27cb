namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>A published amount: what an organisation spent in a quarter on some categories together.</summary>
/// <param name="Categories">Codes of the categories of expenditure.</param>
/// <param name="AmountMinor">Minor units of the base currency, exact.</param>
internal sealed record SpendingStatement(IReadOnlyList<string> Categories, long AmountMinor);
