using System.CommandLine;
using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Core.Releases.Gifts;

namespace Impact.Jobs.Cli;

/// <summary><c>impact proof DIR --trust DIR</c>: proves that a gift is in a release's totals, to whoever has its receipt code.</summary>
internal static class ProofVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var folder = new Argument<string>("release") { Description = "The release's folder" };
        var trust = new Option<string>("--trust")
        {
            Description = "The folder of the fund's public keys, got from the fund and not from the release",
        };
        return Verbs.Verb(
            "proof",
            "Prove that a gift is in a release's totals; the receipt code is read from standard input",
            [folder, trust],
            parsed => Prove(parsed, parsed.GetValue(folder)!, parsed.GetValue(trust))
        );
    }

    private static int Prove(ParseResult parsed, string folder, string? trust)
    {
        if (string.IsNullOrEmpty(trust))
        {
            throw new FaultException(new Fault(Faults.TrustMissing, "--trust"));
        }

        // An argument would stand in the list of processes for everyone on the machine.
        var proof = GiftProof.Open(folder, trust, Console.In.ReadLine());
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(
                new
                {
                    proof.Release,
                    proof.Gifts.CountedTo,
                    proof.Currency,
                    proof.Gift,
                    totals = new { gifts = proof.Gifts.Gifts.TotalMinor, refunds = proof.Gifts.Refunds.TotalMinor },
                    proof.Leaves,
                    proved = GiftWords.Proved(proof),
                    conversion = GiftWords.Conversion(proof),
                    notProved = GiftWords.NotProved,
                }
            );
            return Output.Done;
        }

        Say(proof, Output.UserLanguage);
        return Output.Done;
    }

    private static void Say(GiftProof proof, Language language)
    {
        var isSpanish = language == Language.Spanish;
        Output.Line(proof.Fund.In(language));
        foreach (var line in GiftWords.Proved(proof))
        {
            Output.Line($"+ {line.In(language)}");
        }

        foreach (var line in GiftWords.NotProved)
        {
            Output.Line($"- {line.In(language)}");
        }

        var gift = proof.Gift;
        var paid = Currency.TryParse(gift.Currency, out var own)
            ? GiftWords.Amount(gift.AmountMinor, own)
            : gift.Currency;
        Output.Line($"{(isSpanish ? "Transacción" : "Transaction")}: {gift.Transaction}");
        Output.Line(
            $"{(isSpanish ? "Pagado" : "Paid")}: {paid}; {(isSpanish ? "acreditado" : "cleared")}: {Day(gift.ClearedOn)}"
        );
        if (GiftWords.Conversion(proof) is { } conversion)
        {
            Output.Line(conversion.In(language));
        }

        Output.Table(
            isSpanish
                ? ["dónde", "organización", "para", "trimestre", "desde", "importe"]
                : ["where", "organisation", "for", "quarter", "since", "amount"],
            gift.Lots.Select(lot => Line(lot, language, Currency.Parse(proof.Currency)))
        );
    }

    private static IReadOnlyList<string> Line(GiftLot lot, Language language, Currency currency) =>
        [
            GiftWords.Place(lot.Place).In(language),
            lot.Organisation ?? string.Empty,
            lot.Measure ?? string.Empty,
            lot.Quarter ?? string.Empty,
            Day(lot.Since),
            GiftWords.Amount(lot.AmountMinor, currency),
        ];

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty;
}
