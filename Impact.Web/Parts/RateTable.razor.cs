using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Impact.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>Rates with both their parts, so that nobody has to guess what was divided by what.</summary>
public sealed partial class RateTable : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The rates.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RateReading> Rates { get; set; }

    // A rate without a card cannot be published; its identifier is said rather than nothing.
    private static BilingualText Title(string metric) => MetricCards.Find(metric)?.Title ?? BilingualText.Same(metric);

    private MetricCard? Counter(string metric) => Metrics.CounterOf(Fund, MetricCards.Find(metric));

    private static Amount Part(RateReading rate, Money? money) =>
        new(money, money is null && rate.Standing.Status is "ok" ? rate.Standing with { Status = "x" } : rate.Standing);

    private string RatioText(RateReading rate) =>
        rate.Ratio is { } ratio
            ? MetricCards.Find(rate.Metric)?.Unit is MetricUnit.Months
                ? Reader.Months(ratio)
                : Reader.Percent(ratio)
            : Reader.Say(StatusWords.Brief(rate.Standing.Status is "ok" ? "z" : rate.Standing.Status));
}
