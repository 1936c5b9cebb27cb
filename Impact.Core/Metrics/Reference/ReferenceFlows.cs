using Impact.Core.Catalogue;

namespace Impact.Core.Metrics.Reference;

/// <summary>Money by measure: by month, by quarter, by organisation.</summary>
internal sealed class ReferenceFlows(IReadOnlyList<ReferenceEntry> closed)
{
    /// <summary>The fund's own money by calendar month.</summary>
    public static IReadOnlyList<FlowSum> ByMonth(IReadOnlyList<ReferenceEntry> cleared)
    {
        var totals = new Totals<(string Measure, DateOnly Start)>();
        foreach (var entry in cleared)
        {
            foreach (var measure in MeasuresOf(entry).Where(IsShownByMonth))
            {
                totals.Add((measure, Month(entry)), entry.BaseMinor);
            }
        }

        return totals.To((key, amount) => new FlowSum(null, key.Measure, key.Start, amount));
    }

    /// <summary>All money by calendar quarter.</summary>
    public IReadOnlyList<FlowSum> ByQuarter()
    {
        var totals = new Totals<(string Measure, DateOnly Start)>();
        foreach (var entry in closed)
        {
            foreach (var measure in MeasuresOf(entry))
            {
                totals.Add((measure, Quarter(entry)), entry.BaseMinor);
            }
        }

        return totals.To((key, amount) => new FlowSum(null, key.Measure, key.Start, amount));
    }

    /// <summary>Each organisation's money by calendar quarter.</summary>
    public IReadOnlyList<FlowSum> ByOrganisation()
    {
        var totals = new Totals<(string Organisation, string Measure, DateOnly Start)>();
        foreach (var entry in closed.Where(entry => entry.Organisation is not null))
        {
            foreach (var measure in MeasuresOf(entry))
            {
                totals.Add((entry.Organisation!, measure, Quarter(entry)), entry.BaseMinor);
            }
        }

        return totals.To((key, amount) => new FlowSum(key.Organisation, key.Measure, key.Start, amount));
    }

    /// <summary>Each organisation's money to date.</summary>
    public IReadOnlyList<FlowSum> OrganisationTotals()
    {
        var totals = new Totals<(string Organisation, string Measure)>();
        foreach (var entry in closed.Where(entry => entry.Organisation is not null))
        {
            foreach (var measure in MeasuresOf(entry))
            {
                totals.Add((entry.Organisation!, measure), entry.BaseMinor);
            }
        }

        return totals.To((key, amount) => new FlowSum(key.Organisation, key.Measure, null, amount));
    }

    /// <summary>The first day of the quarter in which an entry cleared.</summary>
    public static DateOnly Quarter(ReferenceEntry entry)
    {
        const int monthsOfQuarter = 3;
        var month = Month(entry);
        return month.AddMonths(-((month.Month - 1) % monthsOfQuarter));
    }

    /// <summary>The measures an entry counts in; a promise counts in none.</summary>
    public static IReadOnlyList<string> MeasuresOf(ReferenceEntry entry) =>
        entry.Kind switch
        {
            "opening_balance" => ["opening_balance"],
            "gift" => ["received"],
            "gift_refund" => ["refunded"],
            "chargeback" => ["charged_back"],
            "interest" => ["interest"],
            "other_income" => ["other_income"],
            "processor_fee" => ["processor_fees"],
            "platform_fee" => ["platform_fees"],
            "bank_charge" => ["bank_charges"],
            "fund_cost" => ["fund_costs"],
            "allocation" or "allocation_change" => ["allocated"],
            "disbursement" => ["disbursed"],
            "return" => ["returned"],
            "receipt" => ["confirmed"],
            "expenditure" when entry.Category is null => ["spent"],
            "expenditure" => ["spent", $"spent_{CodeLists.SpendingOf(entry.Category)}"],
            _ => [],
        };

    private static bool IsShownByMonth(string measure) =>
        measure is "received" or "refunded" or "charged_back" or "interest" or "other_income" or "disbursed";

    private static DateOnly Month(ReferenceEntry entry) =>
        new(entry.ClearedOn!.Value.Year, entry.ClearedOn.Value.Month, 1);
}
