namespace Impact.Core.Metrics.Flows;

/// <summary>The measures a rate needs: without a main one it is unknown, without a side one it is an estimate.</summary>
internal sealed record RateParts(IReadOnlyList<string> Main, IReadOnlyList<string> Side)
{
    private static readonly string[] OtherSources = ["interest", "other_income", "refunded", "charged_back"];
    private static readonly string[] Costs = ["processor_fees", "platform_fees", "bank_charges", "fund_costs"];

    /// <summary>The parts of a rate of <c>rates.sql</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rate.</exception>
    public static RateParts Of(string metric) =>
        metric switch
        {
            "allocation_rate" => new(["allocated", "received"], OtherSources),
            "fund_utilisation_rate" => new(["disbursed", "received"], ["returned", .. OtherSources]),
            "delivery_rate" => new(["spent", "disbursed"], ["returned"]),
            "disbursement_rate" => new(["disbursed", "allocated"], ["returned"]),
            "programme_expense_ratio" => new(["spent_programme", "spent"], []),
            "administrative_ratio" => new(["spent_management", "spent"], []),
            "fundraising_ratio" => new(["spent_fundraising", "spent"], []),
            "fund_cost_ratio" => new(["received"], Costs),
            "runway_months" => new(["received", "disbursed"], ["returned", .. OtherSources, .. Costs]),
            _ => throw new KeyNotFoundException($"There is no rate {metric}."),
        };
}
