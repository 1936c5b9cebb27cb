using System.CommandLine;
using Impact.Core.Catalogue;

namespace Impact.Jobs.Cli;

/// <summary><c>impact fund init|policy|list</c>: makes and names the funds of a data directory.</summary>
internal static class FundVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The fund file, see docs/input.md" };
        var fund = new Argument<string>("fund") { Description = "The fund" };
        var policy = new Argument<string>("policy") { Description = "The policy file, see docs/policy.md" };
        return new Command("fund", "The funds of the data directory")
        {
            Verbs.Verb(
                "init",
                "Make a fund from its file, with its keys",
                [file],
                parsed => Init(parsed, parsed.GetValue(file)!)
            ),
            Verbs.Verb(
                "policy",
                "Give a fund a new version of its disclosure policy",
                [fund, policy],
                parsed => Policy(parsed, parsed.GetValue(fund)!, parsed.GetValue(policy)!)
            ),
            Verbs.Verb("list", "Every fund with its totals", [], List),
        };
    }

    private static int Init(ParseResult parsed, string file)
    {
        var fund = new FundRegister(Verbs.DataOf(parsed)).CreateFrom(file);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(new { fund = fund.Id });
        }
        else
        {
            Output.Line(
                $"Made the fund {fund.Id}. Keep a safe copy of its keys under private/keys, apart from the ledger."
            );
        }

        return Output.Done;
    }

    private static int Policy(ParseResult parsed, string id, string file)
    {
        var data = Verbs.DataOf(parsed);
        var policy = new FundPolicies(data).Change(new FundRegister(data).Get(id), file);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(
                new
                {
                    fund = id,
                    policy = policy.Id,
                    policy.Version,
                    policy.Sha256,
                }
            );
        }
        else
        {
            Output.Line(
                FormattableString.Invariant(
                    $"{id} follows the policy {policy.Id} {policy.Version}, signed by {policy.SignedBy} on {policy.SignedOn:yyyy-MM-dd}, SHA-256 {policy.Sha256}."
                )
            );
        }

        return Output.Done;
    }

    private static int List(ParseResult parsed)
    {
        var data = Verbs.DataOf(parsed);
        var register = new FundRegister(data);
        var totals = new FundTotals(data);
        var funds = register.Ids.Select(id => totals.Read(register.Get(id))).ToList();
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(funds);
            return Output.Done;
        }

        string[] measures = ["received", "pledged", "allocated", "disbursed", "spent"];
        Output.Table(
            ["fund", "name", "currency", .. measures],
            funds.Select(fund =>
                (IReadOnlyList<string>)
                    [
                        fund.Id,
                        fund.Name.In(Language.English),
                        fund.Currency,
                        .. measures.Select(measure => fund.Totals[measure].Amount ?? "not told"),
                    ]
            )
        );
        return Output.Done;
    }
}
