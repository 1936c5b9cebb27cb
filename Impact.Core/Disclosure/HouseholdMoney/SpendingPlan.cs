using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;

namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>
/// Decides how finely each organisation's quarter is shown: the first level at which gate G finds enough possible numbers of households.
/// What was published stays at its level: finer would tell what was merged, coarser would hide nothing any more.
/// </summary>
/// <param name="fund">The fund, with its cash programmes and stipends.</param>
/// <param name="policy">The thresholds.</param>
/// <param name="published">The lines of all earlier releases.</param>
internal sealed class SpendingPlan(
    FundDescription fund,
    DisclosurePolicy policy,
    IReadOnlyList<PublishedSpending> published
)
{
    private readonly ILookup<(string, DateOnly), PublishedSpending> _published = published.ToLookup(line =>
        (line.Organisation, line.QuarterStart)
    );

    /// <summary>The same number before counts are drawn and afterwards, so that what is deferred does not depend on the draw.</summary>
    private readonly long _fewest = Math.Max(policy.FewestPossibleValues, CountBounds.TwoSigma(fund, policy));

    /// <summary>Published counts of households that the gate must know.</summary>
    public IReadOnlyList<CountBound> Bounds { get; init; } = [];

    /// <summary>
    /// The quarters that show nothing of their spending. The money of such a quarter is looked at together with the next one's, until
    /// enough numbers of households fit.
    /// </summary>
    /// <param name="quarters">Each organisation's spending by quarter, nothing deferred yet.</param>
    /// <exception cref="ImpossibleHouseholdAidException">A quarter contradicts the declared stipends.</exception>
    public IReadOnlyList<QuarterSpending> NotShown(IEnumerable<QuarterSpending> quarters)
    {
        var notShown = new List<QuarterSpending>();
        foreach (var own in quarters.GroupBy(quarter => quarter.Organisation, StringComparer.Ordinal))
        {
            QuarterSpending? carried = null;
            foreach (var quarter in own.OrderBy(one => one.First))
            {
                var together = carried is null ? quarter : quarter.With(carried);
                carried = null;
                if (LevelOf(together, quarter.First) == SpendingLevel.NextQuarter)
                {
                    carried = together;
                    notShown.Add(quarter);
                }
            }
        }

        return notShown;
    }

    /// <summary>The level of a quarter.</summary>
    /// <param name="spending">What it shows, with what is shown together with it.</param>
    /// <param name="quarterStart">First day of the quarter that shows it.</param>
    /// <exception cref="ImpossibleHouseholdAidException">It contradicts the declared stipends.</exception>
    public SpendingLevel LevelOf(QuarterSpending spending, DateOnly quarterStart)
    {
        if (_published[(spending.Organisation, quarterStart)].ToList() is { Count: > 0 } before)
        {
            return SpendingLines.LevelOf(before);
        }

        return !spending.IsOfHouseholds(fund)
            ? SpendingLevel.Categories
            : new[] { SpendingLevel.Categories, SpendingLevel.DirectAid, SpendingLevel.Programme }
                .Where(level => Passes(spending.Known(level, fund, Bounds)))
                .DefaultIfEmpty(SpendingLevel.NextQuarter)
                .First();
    }

    /// <summary>Whether enough numbers of households fit.</summary>
    private bool Passes(HouseholdAidCase known)
    {
        var needed = known.Needed(_fewest);
        return HouseholdAidGate.PossibleValues(known, needed).Count >= needed;
    }
}
