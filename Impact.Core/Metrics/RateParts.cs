namespace Impact.Core.Metrics;

/// <summary>The measures a rate needs: without a main one it is unknown, without a side one it is an estimate.</summary>
internal sealed record RateParts(IReadOnlyList<string> Main, IReadOnlyList<string> Side)
{
    private static readonly string[] OtherSources = ["interest", "other_income", "refunded", "charged_back"];

    /// <summary>The parts of a rate of <c>rates.sql</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rate.</exception>
    public static RateParts Of(string metric) =>
        metric switch
        {
            "allocation_rate" => new(["allocated", "received"], OtherSources),
            "fund_utilisation_rate" => new(["disbursed", "received"], ["returned", .. OtherSources]),
            "delivery_rate" => new(["spent", "disbursed"], ["returned"]),
            "disbursement_rate" => new(["disbursed", "allocated"], ["returned"]),
            _ => throw new KeyNotFoundException($"There is no rate {metric}."),
        };
}
