using Impact.Core.Metrics.Reporting;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Reference;

/// <summary>When each partner reported, quarter by quarter.</summary>
internal static class ReferenceReportTimes
{
    /// <summary>One row an organisation and closed quarter from its first money on.</summary>
    public static IReadOnlyList<ReportTimeSum> Of(ReferenceLedger ledger)
    {
        var certified = ledger
            .Statements.Where(statement => statement.Organisation is not null && statement.CertifiedOn is not null)
            .ToList();
        var rows = new List<ReportTimeSum>();
        foreach (var own in ledger.Booked.Where(IsOfPartner).GroupBy(entry => entry.Organisation!))
        {
            var first = own.Min(entry => entry.ClearedOn!.Value);
            var statements = certified.Where(statement => statement.Organisation == own.Key).ToList();
            foreach (var quarter in Period.Range(PeriodGrain.Quarter, first, ledger.Scope.StatementDay))
            {
                if (!quarter.IsClosedAt(ledger.Scope.StatementDay))
                {
                    continue;
                }

                var days = statements
                    .Where(one => one is { Measure: "reached", IsReversal: false } && one.Period == quarter.Code)
                    .Select(one => one.CertifiedOn);
                rows.Add(
                    new(
                        own.Key,
                        quarter.Start,
                        days.Min(),
                        own.Any(entry =>
                            entry.Kind is "receipt" or "expenditure" && ReferenceFlows.Quarter(entry) == quarter.Start
                        ),
                        statements.Count > 0
                    )
                );
            }
        }

        return rows;
    }

    /// <summary>Whether an entry is a partner's money: what the fund pays itself may name an organisation and makes it no partner.</summary>
    public static bool IsOfPartner(ReferenceEntry entry) =>
        entry.Organisation is not null
        && entry.Kind
            is "opening_balance"
                or "allocation"
                or "allocation_change"
                or "disbursement"
                or "return"
                or "receipt"
                or "expenditure";
}
