namespace Impact.Core.Catalogue.Derivations;

/// <summary>
/// People over all partners. One person may be helped by two partners or in two periods, so that only an interval is known unless
/// the indicator's rules say that nobody is counted twice.
/// </summary>
/// <remarks>Source: conventions §4.3. Cells of a split are not used: places change between contacts.</remarks>
internal static class PeopleBounds
{
    /// <summary>One row an indicator, measure and period, and one over all periods reached.</summary>
    public static IEnumerable<object?[]> Rows(DerivationSource source)
    {
        foreach (var indicator in source.Statements.GroupBy(one => one.Indicator, StringComparer.Ordinal))
        {
            var total = indicator.Select(one => one.Organisation).Distinct(StringComparer.Ordinal).LongCount();
            foreach (
                var period in indicator
                    .Where(one => one.Measure is "planned" or "reached")
                    .GroupBy(one => (one.Measure, one.Period))
            )
            {
                yield return Row(source, [.. period], "one_period", total);
            }

            var reached = indicator.Where(one => one.Measure == "reached").ToList();
            if (reached.Count > 0)
            {
                yield return Row(source, reached, Method(OverTime(source.RuleOf(indicator.Key), reached)), total);
            }
        }
    }

    /// <summary>How one partner's periods combine: what would add is only bounded where periods overlap.</summary>
    public static AxisRule OverTime(IndicatorRule rule, IReadOnlyList<StatedPeople> reached) =>
        rule.Time == AxisRule.Sum && StatedPeople.AnyOverlap(reached) ? AxisRule.Bounds : rule.Time;

    /// <summary>One partner's figure over its periods, or null where they are not combined.</summary>
    public static PeopleInterval? OfPartner(IEnumerable<StatedPeople> own, AxisRule overTime)
    {
        var ordered = own.OrderBy(one => one.End).ThenBy(one => one.Start).ToList();
        var counted = overTime == AxisRule.Last ? ordered.Where(one => one.End == ordered[^1].End) : ordered;
        var rule = overTime == AxisRule.Last ? AxisRule.Max : overTime;
        return PeopleInterval.Combine([.. counted.Select(one => one.People)], rule);
    }

    private static string Method(AxisRule overTime) =>
        overTime switch
        {
            AxisRule.Sum => "periods_added",
            AxisRule.Last => "last_period",
            AxisRule.Max => "largest_period",
            AxisRule.Bounds => "periods_bounded",
            _ => "not_combined",
        };

    private static object?[] Row(DerivationSource source, List<StatedPeople> statements, string method, long total)
    {
        var rule = source.RuleOf(statements[0].Indicator);
        var overTime = OverTime(rule, statements);
        var partners = statements
            .GroupBy(one => one.Organisation, StringComparer.Ordinal)
            .Select(own => OfPartner(own, method == "one_period" ? AxisRule.Max : overTime))
            .ToList();
        var known = partners.OfType<PeopleInterval>().ToList();
        var people = known.Count == partners.Count ? PeopleInterval.Combine(known, OverPartners(rule)) : null;
        var first = statements[0];
        return source.Row(
            [
                first.Indicator,
                first.Measure,
                method == "one_period" ? first.Period : PublishedTables.ToDate,
                statements.Min(one => one.Start),
                statements.Max(one => one.End),
                method,
                people?.Lower,
                people?.Upper,
                (long)partners.Count,
                total,
            ],
            new(people is null ? "z" : "ok", statements.All(one => one.IsFinal), partners.Count, total)
        );
    }

    /// <summary>Partners have no order, so that there is no last one: where a rule says so, only the interval is known.</summary>
    private static AxisRule OverPartners(IndicatorRule rule) =>
        rule.Organisation == AxisRule.Last ? AxisRule.Bounds : rule.Organisation;
}
