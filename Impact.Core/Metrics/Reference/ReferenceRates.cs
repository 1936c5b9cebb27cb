namespace Impact.Core.Metrics.Reference;

/// <summary>The rates of the fund and of each organisation, numerator and denominator.</summary>
internal static class ReferenceRates
{
    /// <summary>Four rates of the fund, and two of each organisation that has any money.</summary>
    public static IReadOnlyList<RateSum> Of(IReadOnlyList<ReferenceEntry> closed)
    {
        var allocated = Sum(closed, "allocation") + Sum(closed, "allocation_change");
        var sent = Sum(closed, "disbursement") - Sum(closed, "return");
        var opening = closed.Where(entry => entry.Organisation is null).ToList();
        var netSources =
            Sum(opening, "opening_balance")
            + Sum(closed, "gift")
            + Sum(closed, "interest")
            + Sum(closed, "other_income")
            - Sum(closed, "gift_refund")
            - Sum(closed, "chargeback");
        List<RateSum> rates =
        [
            new(null, "allocation_rate", allocated, netSources),
            new(null, "fund_utilisation_rate", sent, netSources),
            .. OfPartners(null, closed, [.. closed.Where(entry => entry.Organisation is not null)]),
        ];
        foreach (var organisation in Organisations(closed))
        {
            var own = closed.Where(entry => entry.Organisation == organisation).ToList();
            rates.AddRange(OfPartners(organisation, own, own));
        }

        return rates;
    }

    private static IEnumerable<string> Organisations(IReadOnlyList<ReferenceEntry> closed) =>
        closed
            .Where(entry => entry.Organisation is not null && ReferenceFlows.MeasuresOf(entry).Count > 0)
            .Select(entry => entry.Organisation!)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<RateSum> OfPartners(
        string? organisation,
        IReadOnlyList<ReferenceEntry> entries,
        IReadOnlyList<ReferenceEntry> opening
    )
    {
        var sent = Sum(entries, "disbursement") - Sum(entries, "return");
        var allocated = Sum(entries, "allocation") + Sum(entries, "allocation_change");
        yield return new(
            organisation,
            "delivery_rate",
            Sum(entries, "expenditure"),
            Sum(opening, "opening_balance") + sent
        );
        yield return new(organisation, "disbursement_rate", sent, allocated);
    }

    private static long Sum(IReadOnlyList<ReferenceEntry> entries, string kind) =>
        entries.Where(entry => entry.Kind == kind).Sum(entry => entry.BaseMinor);
}
