using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics;

/// <summary>Which fund, up to which day, and what was known: everything a metric run depends on besides the ledger.</summary>
/// <param name="Fund">The fund's description.</param>
/// <param name="CutOff">Last day that counts for the fund's own money.</param>
/// <param name="LastBatch">The last batch that was known; a later one is not read.</param>
internal sealed record MetricScope(FundDescription Fund, DateOnly CutOff, int LastBatch)
{
    /// <summary>
    /// Last day that counts for everything partners hold or spend: the last closed quarter, so that no figure between two
    /// quarter ends can be compared with one payment. A public source has no such secret and counts to the cut-off.
    /// </summary>
    public DateOnly StatementDay => StatementDayOf(Fund, CutOff);

    /// <summary>The cut-offs of the releases before this one, in their order: what they hold is never reordered. Empty: nothing is published.</summary>
    public IReadOnlyList<PublishedCutOff> Published { get; init; } = [];

    /// <summary>Quarters whose spending of an organisation is counted in its next quarter that is not one of them. Empty: none.</summary>
    public IReadOnlySet<DeferredQuarter> DeferredQuarters { get; init; } = new HashSet<DeferredQuarter>();

    /// <summary>Last day that counts for partners in anything that counts to a day for the fund.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="cutOff">The last day that counts for the fund's own money.</param>
    public static DateOnly StatementDayOf(FundDescription fund, DateOnly cutOff)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, cutOff);
        return fund.IsFromPublicSources || quarter.IsClosedAt(cutOff) ? cutOff : quarter.Start.AddDays(-1);
    }

    /// <summary>Whether figures up to a day are final.</summary>
    public string FinalityAt(DateOnly lastDay) => lastDay <= Fund.FinalUntil ? "final" : "provisional";
}

/// <summary>What a release held: every entry of its batches that had cleared by its last day.</summary>
/// <param name="LastBatch">The last batch that was known.</param>
/// <param name="CutOff">The last day that counted.</param>
internal sealed record PublishedCutOff(int LastBatch, DateOnly CutOff)
{
    /// <summary>The day (UTC) on which it was published: before it, nobody knew the release. Unset where only the order matters.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>The lines of spending by category that it published. Empty for a fund from public sources.</summary>
    public IReadOnlyList<PublishedSpending> Spending { get; init; } = [];

    /// <summary>The periods in which it showed gifts, refunds and chargebacks. Empty for a fund from public sources.</summary>
    public IReadOnlyList<PublishedInflow> Inflows { get; init; } = [];

    /// <summary>The last day to which it showed an inflow of people; null where it showed none of it.</summary>
    public DateOnly? ShownUntil(string measure) =>
        Inflows.Where(one => one.Measure == measure).Select(one => (DateOnly?)one.End).Max();
}

/// <summary>A quarter of an organisation that shows nothing of its spending, because a number of households could be read from it.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="QuarterStart">First day of the quarter.</param>
internal sealed record DeferredQuarter(string Organisation, DateOnly QuarterStart);
