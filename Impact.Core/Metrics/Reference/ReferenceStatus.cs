namespace Impact.Core.Metrics.Reference;

/// <summary>The Funding Status statement, each line by explicit arithmetic.</summary>
internal sealed class ReferenceStatus(IReadOnlyList<ReferenceEntry> closed, IReadOnlySet<string> told)
{
    private static readonly string[] Income = ["interest", "other_income"];
    private static readonly string[] Costs =
    [
        "gift_refund",
        "chargeback",
        "processor_fee",
        "platform_fee",
        "bank_charge",
        "fund_cost",
    ];

    /// <summary>The twenty lines, in their order.</summary>
    public IReadOnlyList<StatementSum> Lines() => [.. Sources(), .. Uses(), .. Partners(), TotalBalance()];

    private IEnumerable<StatementSum> Sources()
    {
        yield return Line((1, "fund", "opening_balance", "plus"), FundOpening, [], []);
        yield return Line((2, "fund", "contributions", "plus"), Of("gift"), ["gift"], []);
        yield return Line((3, "fund", "interest", "plus"), Of("interest"), [], ["interest"]);
        yield return Line((4, "fund", "other_income", "plus"), Of("other_income"), [], ["other_income"]);
        yield return Line((5, "fund", "total_sources", "total"), TotalSources, ["gift"], Income);
    }

    private IEnumerable<StatementSum> Uses()
    {
        yield return Line((6, "fund", "transfers", "plus"), Of("disbursement"), ["disbursement"], []);
        yield return Line((7, "fund", "returns", "minus"), Of("return"), [], ["return"]);
        yield return Line((8, "fund", "gift_refunds", "plus"), Of("gift_refund"), [], ["gift_refund"]);
        yield return Line((9, "fund", "chargebacks", "plus"), Of("chargeback"), [], ["chargeback"]);
        yield return Line((10, "fund", "processor_fees", "plus"), Of("processor_fee"), [], ["processor_fee"]);
        yield return Line((11, "fund", "platform_fees", "plus"), Of("platform_fee"), [], ["platform_fee"]);
        yield return Line((12, "fund", "bank_charges", "plus"), Of("bank_charge"), [], ["bank_charge"]);
        yield return Line((13, "fund", "direct_costs", "plus"), Of("fund_cost"), [], ["fund_cost"]);
        yield return Line((14, "fund", "total_uses", "total"), TotalUses, ["disbursement"], ["return", .. Costs]);
        yield return Line(
            (15, "fund", "fund_balance", "total"),
            TotalSources - TotalUses,
            ["gift", "disbursement"],
            ["return", .. Income, .. Costs]
        );
    }

    private IEnumerable<StatementSum> Partners()
    {
        yield return Line((16, "partners", "partner_opening_balance", "plus"), PartnerOpening, [], []);
        yield return Line(
            (17, "partners", "partner_resources", "total"),
            PartnerResources,
            ["disbursement"],
            ["return"]
        );
        yield return Line((18, "partners", "partner_expenditure", "minus"), Of("expenditure"), ["expenditure"], []);
        yield return Line(
            (19, "partners", "partner_balance", "total"),
            PartnerResources - Of("expenditure"),
            ["disbursement", "expenditure"],
            ["return"]
        );
    }

    private StatementSum TotalBalance() =>
        Line(
            (20, "total", "total_balance", "total"),
            TotalSources - TotalUses + PartnerResources - Of("expenditure"),
            ["gift", "expenditure"],
            [.. Income, .. Costs]
        );

    private long FundOpening => Opening(entry => entry.Organisation is null);

    private long PartnerOpening => Opening(entry => entry.Organisation is not null);

    private long TotalSources => FundOpening + Of("gift") + Of("interest") + Of("other_income");

    private long TotalUses => Of("disbursement") - Of("return") + Costs.Sum(Of);

    private long PartnerResources => PartnerOpening + Of("disbursement") - Of("return");

    private StatementSum Line(
        (int Position, string Panel, string Name, string Sign) line,
        long amount,
        string[] main,
        string[] side
    )
    {
        var unknown = !main.All(told.Contains);
        return new(
            line.Position,
            line.Panel,
            line.Name,
            line.Sign,
            amount,
            unknown,
            unknown || !side.All(told.Contains)
        );
    }

    private long Opening(Func<ReferenceEntry, bool> whose) =>
        closed.Where(entry => entry.Kind == "opening_balance").Where(whose).Sum(entry => entry.BaseMinor);

    private long Of(string kind) => closed.Where(entry => entry.Kind == kind).Sum(entry => entry.BaseMinor);
}
