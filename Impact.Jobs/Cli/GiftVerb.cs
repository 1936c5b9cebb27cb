using System.CommandLine;
using System.Globalization;
using Impact.Core.Metrics.Lots;
using Impact.Core.Quantities;

namespace Impact.Jobs.Cli;

/// <summary><c>impact gift FUND</c>: what became of one gift as of a release, for the fund's own side. It is never published.</summary>
internal static class GiftVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var fund = new Argument<string>("fund") { Description = "The fund" };
        var release = new Option<string?>("--release") { Description = "A version; the default is the newest release" };
        return Verbs.Verb(
            "gift",
            "What became of one gift as of a release, for the fund's own use; the source's identifier of the gift is read from standard input",
            [fund, release],
            parsed => Show(parsed, parsed.GetValue(fund)!, parsed.GetValue(release))
        );
    }

    private static int Show(ParseResult parsed, string fund, string? release)
    {
        // An argument would stand in the list of processes for everyone on the machine.
        var gift = Console.In.ReadLine()?.Trim() ?? string.Empty;
        var account = new GiftAccount(Verbs.DataOf(parsed)).AsOf(fund, release, gift);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(account);
            return Output.Done;
        }

        Output.Line(
            $"As of release {account.Release}, up to {account.CutOff:O}; partners up to {account.StatementDay:O}"
        );
        Output.Table(
            ["place", "organisation", "for", "quarter", "since", "amount"],
            account.Steps.Select(step => Line(step, Currency.Parse(account.Currency)))
        );
        return Output.Done;
    }

    private static IReadOnlyList<string> Line(GiftStep step, Currency currency) =>
        [
            step.Place,
            step.Organisation ?? string.Empty,
            step.Measure ?? string.Empty,
            step.Quarter is { } quarter ? Period.Of(PeriodGrain.Quarter, quarter).Code : string.Empty,
            step.Since?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty,
            new Money(step.AmountMinor, currency).ToString(CultureInfo.InvariantCulture),
        ];
}
