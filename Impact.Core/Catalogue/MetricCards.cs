namespace Impact.Core.Catalogue;

/// <summary>The cards of every published metric. A metric without a figure has no card.</summary>
public static class MetricCards
{
    /// <summary>All cards, in the order a reader meets them.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [.. MetricCardsOfMoney.All, .. MetricCardsOfLots.All, .. MetricCardsOfRates.All, .. MetricCardsOfPeople.All];

    /// <summary>The card with this identifier, or null.</summary>
    public static MetricCard? Find(string id) =>
        All.FirstOrDefault(card => string.Equals(card.Id, id, StringComparison.Ordinal));
}
