using Impact.Core.Metrics;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure;

/// <summary>Decides in which periods an inflow of individual givers is shown: a month, or months rolled together until enough people gave.</summary>
/// <remarks>Source: design §4, the rule for monthly gift, refund and chargeback lines; privacy specification §2.1.</remarks>
internal static class MonthlyInflows
{
    /// <summary>Whether a period with this evidence may be shown.</summary>
    public static bool MayBeShown(InflowEvidence evidence, DisclosurePolicy policy)
    {
        const long percent = 100;
        if (evidence.AmountMinor == 0 && evidence.People == 0)
        {
            // A month without any gift tells that nobody gave; it is shown as zero only inside a rolled period.
            return false;
        }

        var others = checked(evidence.AmountMinor - evidence.LargestMinor - evidence.SecondMinor);
        return evidence.People >= policy.FewestGivers
            && checked(others * percent) >= checked(evidence.LargestMinor * policy.DominancePercent);
    }

    /// <summary>Groups months into periods that may be shown; months at the end that may not yet are left for a later release.</summary>
    /// <param name="measure">The inflow.</param>
    /// <param name="months">Whole months in order, without gaps.</param>
    /// <param name="evidence">The evidence of all months from one to another together.</param>
    /// <param name="policy">The thresholds.</param>
    public static IReadOnlyList<InflowPeriod> Group(
        string measure,
        IReadOnlyList<Period> months,
        Func<Period, Period, InflowEvidence> evidence,
        DisclosurePolicy policy
    )
    {
        var periods = new List<InflowPeriod>();
        var first = 0;
        for (var last = 0; last < months.Count; last++)
        {
            var found = evidence(months[first], months[last]);
            if (MayBeShown(found, policy))
            {
                periods.Add(new InflowPeriod(measure, months[first], months[last], found));
                first = last + 1;
            }
        }

        return periods;
    }
}
