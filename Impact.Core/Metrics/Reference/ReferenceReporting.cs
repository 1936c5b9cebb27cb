namespace Impact.Core.Metrics.Reference;

/// <summary>Which partner had been awarded money and which reported, quarter by quarter.</summary>
internal static class ReferenceReporting
{
    /// <summary>One row an organisation and quarter with any entry of the organisation.</summary>
    public static IReadOnlyList<ReportingSum> Of(IReadOnlyList<ReferenceEntry> closed)
    {
        var rows = new Dictionary<(string Organisation, DateOnly Start), ReportingSum>();
        foreach (var entry in closed)
        {
            if (entry.Organisation is not { } organisation || ReferenceFlows.MeasuresOf(entry).Count == 0)
            {
                continue;
            }

            var key = (organisation, ReferenceFlows.Quarter(entry));
            var row =
                rows.GetValueOrDefault(key)
                ?? new ReportingSum(organisation, key.Item2, Reported: false, Awarded: false);
            var isReport = entry.Kind is "receipt" or "expenditure";
            var isAward = entry.Kind is "allocation" or "allocation_change" or "disbursement" or "opening_balance";
            rows[key] = row with { Reported = row.Reported || isReport, Awarded = row.Awarded || isAward };
        }

        return [.. rows.Values];
    }
}
