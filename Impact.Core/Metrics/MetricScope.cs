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
    public DateOnly StatementDay
    {
        get
        {
            var quarter = Period.Of(PeriodGrain.Quarter, CutOff);
            return Fund.IsFromPublicSources || quarter.IsClosedAt(CutOff) ? CutOff : quarter.Start.AddDays(-1);
        }
    }

    /// <summary>The cut-offs of the releases before this one, in their order: what they hold is never reordered. Empty: nothing is published.</summary>
    public IReadOnlyList<PublishedCutOff> Published { get; init; } = [];

    /// <summary>Whether figures up to a day are final.</summary>
    public string FinalityAt(DateOnly lastDay) => lastDay <= Fund.FinalUntil ? "final" : "provisional";
}

/// <summary>What a release held: every entry of its batches that had cleared by its last day.</summary>
/// <param name="LastBatch">The last batch that was known.</param>
/// <param name="CutOff">The last day that counted.</param>
internal sealed record PublishedCutOff(int LastBatch, DateOnly CutOff);
