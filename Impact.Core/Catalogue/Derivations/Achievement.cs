using Impact.Core.Quantities;

namespace Impact.Core.Catalogue.Derivations;

/// <summary>Reached against planned, both as published; never averaged over partners or periods.</summary>
internal static class Achievement
{
    private const long Parts = 2;

    /// <summary>One row an organisation, indicator and period with a plan or a result.</summary>
    public static IEnumerable<object?[]> Rows(DerivationSource source) =>
        from own in source.Statements.GroupBy(one => (one.Organisation, one.Indicator))
        let baseline = own.Where(one => one.Measure == "baseline").MinBy(one => (one.Start, one.End))
        from period in own.Where(one => one.Measure != "baseline").GroupBy(one => one.Period, StringComparer.Ordinal)
        select Row(source, [.. period], baseline?.People.Stated);

    private static object?[] Row(DerivationSource source, List<StatedPeople> period, long? baseline)
    {
        var first = period[0];
        var withheld = period.Exists(one => one.IsWithheld);
        var planned = period.Find(one => one.Measure == "planned")?.People.Stated;
        var reached = period.Find(one => one.Measure == "reached")?.People.Stated;
        var status =
            withheld ? "c"
            : planned is null || reached is null ? "x"
            : planned == 0 ? "z"
            : "ok";
        object?[] figures = withheld
            ? [null, null, null, null, null]
            :
            [
                baseline,
                planned,
                reached,
                reached - baseline,
                status == "ok" ? new Ratio(reached!.Value, planned!.Value).Value : null,
            ];
        return source.Row(
            [first.Organisation, first.Indicator, first.Period, first.Start, first.End, .. figures],
            new(status, period.TrueForAll(one => one.IsFinal), period.Count, Parts)
        );
    }
}
