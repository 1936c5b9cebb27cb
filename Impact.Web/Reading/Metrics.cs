using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>The metrics that a release holds.</summary>
public static class Metrics
{
    /// <summary>Cards of the metrics whose table the release holds, in the order a reader meets them.</summary>
    public static IReadOnlyList<MetricCard> Of(FundReading fund) =>
        [
            .. MetricCards.All.Where(card =>
                fund.Release.Manifest.Content.Any(content =>
                    string.Equals(content.Table, card.Table, StringComparison.Ordinal)
                )
            ),
        ];

    /// <summary>The metric that weighs as much as this one and is read with it; null where it has none that the release holds.</summary>
    public static MetricCard? CounterOf(FundReading fund, MetricCard? card) =>
        card?.Counter is { } counter
            ? Of(fund).FirstOrDefault(one => string.Equals(one.Id, counter, StringComparison.Ordinal))
            : null;
}
