namespace Impact.Core.Catalogue.Derivations;

/// <summary>
/// An organisation's whole cost over what it recorded. The cost is everything it spent of this fund's money, for the programme and
/// for running it; it is not split among indicators, so each of several indicators bears all of it and says with how many others.
/// </summary>
/// <remarks>Source: conventions §4.2, the ingredients method; "recorded" because no comparison says what would have happened otherwise.</remarks>
internal static class UnitCost
{
    private const long Parts = 2;

    /// <summary>One row an organisation and indicator with anything reached.</summary>
    public static IEnumerable<object?[]> Rows(DerivationSource source)
    {
        var reached = source.Statements.Where(one => one.Measure == "reached" && source.Currency is not null).ToList();
        var overTime = reached
            .GroupBy(one => one.Indicator, StringComparer.Ordinal)
            .ToDictionary(
                indicator => indicator.Key,
                indicator => PeopleBounds.OverTime(source.RuleOf(indicator.Key), [.. indicator]),
                StringComparer.Ordinal
            );
        foreach (var organisation in reached.GroupBy(one => one.Organisation, StringComparer.Ordinal))
        {
            var indicators = organisation.GroupBy(one => one.Indicator, StringComparer.Ordinal).ToList();
            foreach (var own in indicators)
            {
                var units = PeopleBounds.OfPartner(own, overTime[own.Key]);
                yield return Row(source, [.. own], units, indicators.Count);
            }
        }
    }

    private static object?[] Row(DerivationSource source, List<StatedPeople> own, PeopleInterval? units, long sharing)
    {
        var (organisation, indicator) = (own[0].Organisation, own[0].Indicator);
        var spent = source.Spent.GetValueOrDefault(organisation);
        var cost = spent?.Integer("amount_minor");
        // A cost below zero is a correction of an earlier one; divided it would say nothing.
        var divisible = cost is >= 0 ? cost : null;
        var status =
            cost is null ? "x"
            : divisible is null || units is null || units.Upper == 0 || units.Stated == 0 ? "z"
            : units.Stated is null ? "e"
            : "ok";
        var shown = status is "ok" or "e" ? divisible : null;
        var isFinal = own.TrueForAll(one => one.IsFinal) && spent?.Text("finality") == "final";
        return source.Row(
            [
                organisation,
                indicator,
                source.RuleOf(indicator).Level,
                source.Currency,
                sharing,
                cost,
                units?.Stated,
                units?.Lower,
                units?.Upper,
                HalfToEven(shown, units?.Stated),
                Down(shown, units?.Upper),
                Up(shown, units?.Lower),
            ],
            new(status, isFinal, cost is null ? 1 : Parts, Parts)
        );
    }

    private static long? HalfToEven(long? cost, long? units)
    {
        if (cost is not { } whole || units is not > 0)
        {
            return null;
        }

        var (quotient, rest) = Math.DivRem(whole, units.Value);
        var twice = (decimal)rest * 2;
        return twice > units || (twice == units && long.IsOddInteger(quotient)) ? quotient + 1 : quotient;
    }

    private static long? Down(long? cost, long? units) => cost is { } whole && units is > 0 ? whole / units : null;

    private static long? Up(long? cost, long? units)
    {
        if (cost is not { } whole || units is not > 0)
        {
            return null;
        }

        var (quotient, rest) = Math.DivRem(whole, units.Value);
        return rest > 0 ? quotient + 1 : quotient;
    }
}
