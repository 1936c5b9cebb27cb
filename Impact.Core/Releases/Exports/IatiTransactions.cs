using System.Xml.Linq;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>Published money as IATI transactions. What went back is a negative transaction of the type it takes back.</summary>
/// <param name="source">The release.</param>
/// <param name="flows">Its money.</param>
internal sealed class IatiTransactions(ExportSource source, ExportedFlows flows)
{
    private const string IncomingFunds = "1";
    private const string Commitment = "2";
    private const string Disbursement = "3";
    private const string Expenditure = "4";
    private const string IncomingCommitment = "11";

    private static readonly BilingualText People = new("Individual donors", "Donantes particulares");

    private static readonly (string Measure, string Line)[] FundIncome =
    [
        ("opening_balance", "opening_balance"),
        ("interest", "interest"),
        ("other_income", "other_income"),
    ];

    private static readonly (string Measure, string Line)[] FundReversals =
    [
        ("refunded", "gift_refunds"),
        ("charged_back", "chargebacks"),
    ];

    private static readonly (string Measure, string Line)[] FundCosts =
    [
        ("processor_fees", "processor_fees"),
        ("platform_fees", "platform_fees"),
        ("bank_charges", "bank_charges"),
        ("fund_costs", "direct_costs"),
    ];

    /// <summary>The fund's: gifts and other income, commitments and disbursements to each partner, fees and costs.</summary>
    public IEnumerable<XElement> OfFund() =>
        [
            .. flows.Gifts().Select(gift => Transaction(IncomingFunds, gift, Word("received"), Giver(gift))),
            .. FundIncome.SelectMany(kind => Plain(IncomingFunds, kind, sign: 1)),
            .. FundReversals.SelectMany(kind => Plain(IncomingFunds, kind, sign: -1)),
            .. source.Organisations.SelectMany(ToPartner),
            .. FundCosts.SelectMany(kind => Plain(Expenditure, kind, sign: 1)),
        ];

    /// <summary>A partner's: what it was promised and sent, what it sent back, what it spent.</summary>
    public IEnumerable<XElement> OfPartner(string organisation)
    {
        var fund = Party("provider", source.Reference, "60", source.Title, IatiFile.ActivityOf(source));
        return
        [
            .. Of(organisation, IncomingCommitment, "allocated", [fund]),
            .. Of(organisation, IncomingFunds, "disbursed", [fund]),
            .. Of(organisation, IncomingFunds, "returned", [fund], sign: -1),
            .. Of(organisation, IncomingFunds, "opening_balance", []),
            .. Of(organisation, Expenditure, "spent", []),
        ];
    }

    private IEnumerable<XElement> ToPartner(string organisation)
    {
        XElement[] parties =
        [
            Party("provider", source.Reference, "60", source.Title, IatiFile.ActivityOf(source)),
            Party(
                "receiver",
                organisation,
                IatiActivity.TypeCode(source.TypeOf(organisation)),
                BilingualText.Same(source.NameOf(organisation)),
                IatiFile.ActivityOf(source, organisation)
            ),
        ];
        return
        [
            .. Of(organisation, Commitment, "allocated", parties),
            .. Of(organisation, Disbursement, "disbursed", parties),
            .. Of(organisation, Disbursement, "returned", parties, sign: -1),
        ];
    }

    private IEnumerable<XElement> Of(
        string organisation,
        string type,
        string measure,
        XElement[] parties,
        int sign = 1
    ) =>
        flows
            .Of(organisation, measure)
            .Select(amount =>
                Transaction(type, amount with { Minor = checked(sign * amount.Minor) }, Word(measure), parties)
            );

    private IEnumerable<XElement> Plain(string type, (string Measure, string Line) kind, int sign) =>
        flows
            .OfFund(kind.Measure, kind.Line)
            .Select(amount =>
                Transaction(type, amount with { Minor = checked(sign * amount.Minor) }, Word(kind.Measure))
            );

    private static BilingualText Word(string measure) => CodeLists.MoneyMeasure.Label(measure);

    private static XElement Giver(DatedAmount gift) =>
        new(
            "provider-org",
            IatiFile.Narratives(
                gift switch
                {
                    { IsRest: true } => new("Givers not told apart", "Donantes sin distinguir"),
                    { Giver: { } name } => BilingualText.Same(name),
                    _ => People,
                }
            )
        );

    private static XElement Party(string role, string reference, string? type, BilingualText name, string activity) =>
        new(
            $"{role}-org",
            new XAttribute("ref", reference),
            type is null ? null : new XAttribute("type", type),
            new XAttribute($"{role}-activity-id", activity),
            IatiFile.Narratives(name)
        );

    private XElement Transaction(string type, DatedAmount amount, BilingualText words, params XElement[] parties)
    {
        var day = new XAttribute("iso-date", ExportSource.Iso(amount.Day));
        var said = amount.IsRest
            ? new BilingualText(
                $"{words.En}: the rest of the total, not told by period",
                $"{words.Es}: el resto del total, sin detalle por período"
            )
            : words;
        return new(
            "transaction",
            new XElement("transaction-type", new XAttribute("code", type)),
            new XElement("transaction-date", day),
            new XElement("value", new XAttribute("value-date", day.Value), source.Text(amount.Minor)),
            new XElement("description", IatiFile.Narratives(said)),
            parties
        );
    }
}
