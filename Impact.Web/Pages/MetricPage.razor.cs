using Impact.Core.Catalogue;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>One metric of a fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Card">What the metric means.</param>
/// <param name="Table">The published table that holds it.</param>
/// <param name="Others">The other metrics of the fund, in the order a reader meets them.</param>
public sealed record MetricModel(
    FundReading Fund,
    MetricCard Card,
    TableSchema Table,
    IReadOnlyList<MetricCard> Others
);

/// <summary>The page <c>/{fund}/metrics/{id}</c>: what a figure means, how it is made, and how it may be combined.</summary>
public sealed partial class MetricPage : PageView<MetricModel>
{
    private IEnumerable<(string Axis, AxisRule Rule)> Axes =>
        [
            (Say("Over time", "En el tiempo"), Model.Card.Aggregation.Time),
            (Say("Over organisations", "Entre organizaciones"), Model.Card.Aggregation.Organisation),
            (Say("Over places", "Entre lugares"), Model.Card.Aggregation.Place),
            (Say("Over kinds of service", "Entre tipos de servicio"), Model.Card.Aggregation.Service),
        ];

    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}/metrics/{id}",
            (HttpContext context, PageDesk desk, string fund, string id) =>
                desk.SendFundAsync(context, fund, reading => Find(reading, id))
        );

    private static Page? Find(FundReading fund, string id)
    {
        var published = Metrics.Of(fund);
        var card = published.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        return card is null
            ? null
            : new(
                typeof(MetricPage),
                new(card.Title, card.Explanation, fund),
                new MetricModel(fund, card, PublishedTables.Find(card.Table)!, [.. published.Where(one => one != card)])
            );
    }
}
