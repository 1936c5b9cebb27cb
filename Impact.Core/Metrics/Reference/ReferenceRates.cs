using Impact.Core.Metrics.Flows;

namespace Impact.Core.Metrics.Reference;

/// <summary>The rates of the fund and of each organisation, numerator and denominator.</summary>
internal static class ReferenceRates
{
    private const int MostMonths = 12;

    private static readonly string[] Costs = ["processor_fee", "platform_fee", "bank_charge", "fund_cost"];

    /// <summary>The fund's rates, and those of each organisation that has any money.</summary>
    public static IReadOnlyList<RateSum> Of(ReferenceLedger ledger)
    {
        var closed = ledger.Closed;
        var allocated = Sum(closed, "allocation") + Sum(closed, "allocation_change");
        var sent = Sum(closed, "disbursement") - Sum(closed, "return");
        var costs = Costs.Sum(kind => Sum(closed, kind));
        var netSources = NetSources(closed);
        List<RateSum> rates =
        [
            new(null, "allocation_rate", allocated, netSources),
            new(null, "fund_utilisation_rate", sent, netSources),
            new(null, "fund_cost_ratio", costs, Sum(closed, "gift")),
            Runway(closed, ledger.Scope.StatementDay, checked(netSources - sent - costs)),
            .. OfPartners(null, closed, [.. closed.Where(entry => entry.Organisation is not null)]),
        ];
        foreach (var organisation in Organisations(closed))
        {
            var own = closed.Where(entry => entry.Organisation == organisation).ToList();
            rates.AddRange(OfPartners(organisation, own, own));
        }

        return rates;
    }

    private static long NetSources(IReadOnlyList<ReferenceEntry> closed) =>
        Sum([.. closed.Where(entry => entry.Organisation is null)], "opening_balance")
        + Sum(closed, "gift")
        + Sum(closed, "interest")
        + Sum(closed, "other_income")
        - Sum(closed, "gift_refund")
        - Sum(closed, "chargeback");

    /// <summary>Walks back from the last closed month, one month at a time, until twelve are found or the books begin.</summary>
    private static RateSum Runway(IReadOnlyList<ReferenceEntry> closed, DateOnly statementDay, long balance)
    {
        var counted = closed.Where(entry => ReferenceFlows.MeasuresOf(entry).Count > 0).ToList();
        var tomorrow = statementDay.AddDays(1);
        var end = new DateOnly(tomorrow.Year, tomorrow.Month, 1);
        var (months, outflow) = (0, 0L);
        while (months < MostMonths && counted.Exists(entry => entry.ClearedOn < end))
        {
            var start = end.AddMonths(-1);
            var month = counted.Where(entry => entry.ClearedOn >= start && entry.ClearedOn < end).ToList();
            outflow = checked(
                outflow + Sum(month, "disbursement") - Sum(month, "return") + Costs.Sum(kind => Sum(month, kind))
            );
            months++;
            end = start;
        }

        return new(null, "runway_months", checked(months * balance), outflow);
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
        var spent = Sum(entries, "expenditure");
        yield return new(organisation, "delivery_rate", spent, Sum(opening, "opening_balance") + sent);
        yield return new(organisation, "disbursement_rate", sent, allocated);
        yield return new(organisation, "programme_expense_ratio", Spent(entries, "programme"), spent);
        yield return new(organisation, "administrative_ratio", Spent(entries, "management"), spent);
        yield return new(organisation, "fundraising_ratio", Spent(entries, "fundraising"), spent);
    }

    private static long Spent(IReadOnlyList<ReferenceEntry> entries, string column) =>
        entries
            .Where(entry => ReferenceFlows.MeasuresOf(entry).Contains($"spent_{column}", StringComparer.Ordinal))
            .Sum(entry => entry.BaseMinor);

    private static long Sum(IReadOnlyList<ReferenceEntry> entries, string kind) =>
        entries.Where(entry => entry.Kind == kind).Sum(entry => entry.BaseMinor);
}
