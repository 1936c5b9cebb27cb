namespace Impact.Core.Catalogue;

/// <summary>The cards of every metric. A metric without a figure has no card.</summary>
public static class MetricCards
{
    /// <summary>All cards of published metrics, in the order a reader meets them.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        .. MetricCardsOfMoney.All,
        .. MetricCardsOfRates.All,
        .. MetricCardsOfSpending.All,
        .. MetricCardsOfDurations.All,
        .. MetricCardsOfLots.All,
        .. MetricCardsOfPeople.All,
        .. MetricCardsOfResults.All,
        .. MetricCardsOfCounts.All,
        .. MetricCardsOfReporting.All,
        .. MetricCardsOfRegister.All,
        .. MetricCardsOfConversion.All,
    ];

    /// <summary>
    /// The cards of figures from single donors' and households' records that no policy publishes: they are computed and stay in, and would
    /// leave only through disclosure control, with noise. No page and no release looks for them here.
    /// </summary>
    public static IReadOnlyList<MetricCard> KeptIn { get; } = MetricCardsOfRecords.All;

    /// <summary>What may stand large on a page. Each is shown with its counter-metric, which weighs as much as it does.</summary>
    /// <remarks>No share of administration or fundraising is ever among them.</remarks>
    public static IReadOnlyList<string> Headlines { get; } =
    [
        "funding_status",
        "total_raised_gross",
        "total_raised_net",
        "expenditure",
        "allocation_rate",
        "fund_utilisation_rate",
        "disbursement_rate",
        "delivery_rate",
        "people_planned",
        "people_reached",
        "time_to_disbursement",
        "reports_on_time",
    ];

    /// <summary>The published card with this identifier, or null.</summary>
    public static MetricCard? Find(string id) =>
        All.FirstOrDefault(card => string.Equals(card.Id, id, StringComparison.Ordinal));
}
