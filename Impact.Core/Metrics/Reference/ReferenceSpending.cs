using Impact.Core.Metrics.Flows;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Reference;

/// <summary>Spending by organisation, quarter and category, entry by entry.</summary>
internal static class ReferenceSpending
{
    /// <summary>One row a category with money, and one for each quarter without any from an organisation's first money on.</summary>
    public static IReadOnlyList<CategorySum> Of(ReferenceLedger ledger)
    {
        var rows = new List<CategorySum>();
        foreach (var own in ledger.Closed.Where(IsMoneyOfPartner).GroupBy(entry => entry.Organisation!))
        {
            foreach (
                var quarter in Period.Range(
                    PeriodGrain.Quarter,
                    own.Min(entry => entry.ClearedOn!.Value),
                    ledger.Scope.StatementDay
                )
            )
            {
                var spent = own.Where(entry =>
                        entry.Kind == "expenditure" && ReferenceFlows.Quarter(entry) == quarter.Start
                    )
                    .ToList();
                rows.AddRange(
                    spent
                        .GroupBy(entry => entry.Category ?? "unclassified")
                        .Select(category => new CategorySum(
                            own.Key,
                            quarter.Start,
                            category.Key,
                            category.Sum(entry => entry.BaseMinor)
                        ))
                );
                if (spent.Count == 0)
                {
                    rows.Add(new(own.Key, quarter.Start, Category: null, AmountMinor: 0));
                }
            }
        }

        return rows;
    }

    private static bool IsMoneyOfPartner(ReferenceEntry entry) =>
        entry.Organisation is not null
        && (entry.Kind is "opening_balance" or "disbursement" or "receipt" or "expenditure");
}
