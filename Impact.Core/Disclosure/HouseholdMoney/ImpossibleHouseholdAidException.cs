namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>
/// No number of households explains what would be published: the declared stipends, the books or the gate are wrong. It never counts
/// as passed, and nothing is published.
/// </summary>
internal sealed class ImpossibleHouseholdAidException : Exception
{
    /// <summary>Names organisation and quarter, no amount.</summary>
    public ImpossibleHouseholdAidException(string place)
        : base($"No number of households fits the money of {place}.") => Place = place;

    /// <summary>Organisation and quarter.</summary>
    public string Place { get; }
}
