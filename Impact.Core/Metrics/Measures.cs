using Impact.Core.Catalogue;

namespace Impact.Core.Metrics;

/// <summary>The published measures of money: which ledger kinds each is made of, and where it is shown.</summary>
internal static class Measures
{
    private static readonly Dictionary<string, string> KindOf = new(StringComparer.Ordinal)
    {
        ["opening_balance"] = "opening_balance",
        ["received"] = "gift",
        ["pledged"] = "pledge",
        ["refunded"] = "gift_refund",
        ["charged_back"] = "chargeback",
        ["interest"] = "interest",
        ["other_income"] = "other_income",
        ["processor_fees"] = "processor_fee",
        ["platform_fees"] = "platform_fee",
        ["bank_charges"] = "bank_charge",
        ["fund_costs"] = "fund_cost",
        ["allocated"] = "allocation",
        ["disbursed"] = "disbursement",
        ["returned"] = "return",
        ["confirmed"] = "receipt",
        ["spent_programme"] = "expenditure",
        ["spent_management"] = "expenditure",
        ["spent_fundraising"] = "expenditure",
        ["spent"] = "expenditure",
    };

    /// <summary>What individual givers move, and so what must not be shown for too few of them.</summary>
    public static IReadOnlyList<string> Inflows => PublishedInflow.Measures;

    /// <summary>What gifts cost: a tariff tells the gift, so a late fee is shown late as its gift is.</summary>
    public static IReadOnlyList<string> Fees { get; } = ["processor_fees", "platform_fees", "bank_charges"];

    /// <summary>The fund's own money, shown by month. Fees have a fixed part a gift and are shown by quarter only.</summary>
    public static IReadOnlyList<string> ByMonth { get; } = [.. Inflows, "interest", "other_income", "disbursed"];

    /// <summary>What a partner receives and spends.</summary>
    public static IReadOnlyList<string> OfOrganisation { get; } =
    [
        "allocated",
        "disbursed",
        "returned",
        "confirmed",
        "spent_programme",
        "spent_management",
        "spent_fundraising",
        "spent",
    ];

    /// <summary>Everything, shown by quarter for the fund and its partners together.</summary>
    public static IReadOnlyList<string> ByQuarter { get; } = [.. KindOf.Keys.Where(measure => measure != "pledged")];

    /// <summary>Measures that depend on partners' own reports.</summary>
    public static IReadOnlyList<string> FromPartnerReports => ["confirmed", .. Spent];

    /// <summary>What partners spend: by column of Form 990 Part IX, and altogether.</summary>
    public static IReadOnlyList<string> Spent { get; } =
    ["spent_programme", "spent_management", "spent_fundraising", "spent"];

    /// <summary>The ledger kind behind a measure; its changes (allocation changes) are told where it is.</summary>
    public static string Kind(string measure) => KindOf[measure];

    /// <summary>The measures whose kind is among those the fund's sources tell. An opening balance is nothing unless stated.</summary>
    public static IReadOnlySet<string> ToldBy(IReadOnlySet<string> kinds) =>
        KindOf
            .Where(pair => pair.Value == "opening_balance" || kinds.Contains(pair.Value))
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
}
