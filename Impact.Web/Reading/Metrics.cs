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
}
