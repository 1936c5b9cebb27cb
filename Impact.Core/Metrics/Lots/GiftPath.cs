using Impact.Core.Ledger;

namespace Impact.Core.Metrics.Lots;

/// <summary>One step of what became of a gift.</summary>
/// <param name="Place">
/// <c>fund</c>: still with the fund; <c>taken</c>: by a fee, refund or cost; <c>advanced</c>: its designation or the pool paid with it in another
/// gift's place; <c>partners</c>: sent in a quarter that is not closed; <c>partner</c>: with one partner; <c>returned</c> or
/// <c>spent</c> by one partner.
/// </param>
/// <param name="Organisation">The partner, or null.</param>
/// <param name="Measure">The ledger kind that took it, or the measure it was spent on; else null.</param>
/// <param name="Quarter">First day of the quarter it was spent in, or null.</param>
/// <param name="Since">The day it was taken, or came to the partner that holds it; else null.</param>
/// <param name="AmountMinor">Minor units of the base currency, above 0.</param>
internal sealed record GiftStep(
    string Place,
    string? Organisation,
    string? Measure,
    DateOnly? Quarter,
    DateOnly? Since,
    long AmountMinor
);

/// <summary>What became of one gift as of a release, by the fund's rule.</summary>
internal static class GiftPath
{
    /// <summary>The most lines a gift's proof shows.</summary>
    public const int MostSteps = 32;

    private static readonly Func<GiftStep, GiftStep>[] Coarser =
    [
        step => step with { Since = null },
        step => step with { Quarter = null },
        step => step with { Measure = null },
        step => step with { Organisation = null },
    ];

    /// <summary>The steps of a gift; they add up to the gift to the cent. No step when there is no such gift.</summary>
    /// <param name="run">The run.</param>
    /// <param name="gift">The source's own identifier.</param>
    public static IReadOnlyList<GiftStep> Of(MetricRun run, string gift)
    {
        run.Require(LotTables.PartnerSpans);
        return InOrder(run.Rows("gift_path", Read, ("gift", gift)));
    }

    /// <summary>The same money in at most so many steps: days, quarters, measures and partners are left out until it fits.</summary>
    public static IReadOnlyList<GiftStep> AtMost(int most, IReadOnlyList<GiftStep> steps)
    {
        foreach (var coarser in Coarser)
        {
            if (steps.Count <= most)
            {
                break;
            }

            steps = Together(steps.Select(coarser));
        }

        return steps;
    }

    /// <summary>Adds up steps that say the same, and puts them in order.</summary>
    public static IReadOnlyList<GiftStep> Together(IEnumerable<GiftStep> steps) =>
        InOrder(
            steps
                .GroupBy(step => step with { AmountMinor = 0 })
                .Select(same => same.Key with { AmountMinor = same.Sum(step => step.AmountMinor) })
        );

    private static IReadOnlyList<GiftStep> InOrder(IEnumerable<GiftStep> steps) =>
        [
            .. steps
                .OrderBy(step => step.Place, StringComparer.Ordinal)
                .ThenBy(step => step.Quarter)
                .ThenBy(step => step.Since)
                .ThenBy(step => step.Organisation, StringComparer.Ordinal)
                .ThenBy(step => step.Measure, StringComparer.Ordinal),
        ];

    /// <summary>Reads a row of steps.</summary>
    internal static GiftStep Read(LedgerRow row) =>
        new(
            row.Text("place")!,
            row.Text("organisation_id"),
            row.Text("measure"),
            row.Day("period_start"),
            row.Day("since"),
            row.Integer("amount_minor")
        );
}
