using System.CommandLine;
using Impact.Core.Releases;
using Impact.Core.Releases.States;

namespace Impact.Jobs.Cli;

/// <summary><c>impact release withdraw FUND VERSION</c>: says that a release must not be used, and with <c>--safety</c> deletes its files.</summary>
internal static class WithdrawCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var fund = new Argument<string>("fund") { Description = "The fund" };
        var version = new Argument<string>("version") { Description = "The exact version, for example 1.2.0" };
        var english = Reason("--reason-en", "English");
        var spanish = Reason("--reason-es", "Spanish");
        var safety = new Option<bool>("--safety")
        {
            Description = "The files endanger people: delete all but the signed manifest, for ever",
        };
        return Verbs.Verb(
            "withdraw",
            "Say that the figures of a release must not be used, and why",
            [fund, version, english, spanish, safety],
            parsed =>
                Withdraw(
                    parsed,
                    parsed.GetValue(fund)!,
                    parsed.GetValue(version)!,
                    Withdrawal.For(
                        new(parsed.GetValue(english)!, parsed.GetValue(spanish)!),
                        parsed.GetValue(safety),
                        TimeProvider.System
                    )
                )
        );
    }

    private static Option<string> Reason(string name, string language) =>
        new(name)
        {
            Description =
                $"Why, in {language}: one or two sentences that are published and stay, and that lead to nobody themselves",
            Required = true,
        };

    private static int Withdraw(ParseResult parsed, string fund, string version, Withdrawal withdrawal)
    {
        var data = Verbs.DataOf(parsed);
        var withdrawals = new ReleaseWithdrawal(data.Path);
        var entry = withdrawals.Withdraw(new FundRegister(data).Get(fund).Id, version, withdrawal);
        var repeatedIn = withdrawals.RepeatedIn(fund, version);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(new { release = entry, repeatedIn });
            return Output.Done;
        }

        Output.Line($"{fund} {version}: {ReleaseStates.Of(entry.State).Name.En}. {entry.Reason?.En}");
        if (entry.State == ReleaseState.WithdrawnForSafety)
        {
            Output.Line(
                "Look now at the releases before it ('impact release list'), stop scheduled publications until the cause is gone, and have caches and mirrors cleared (docs/release-states.md)."
            );
            if (repeatedIn.Count > 0)
            {
                Output.Line(
                    $"Release {string.Join(", ", repeatedIn)} repeats in its list of changes what stood in {version}: withdraw it, too, if that is what endangers."
                );
            }
        }

        return Output.Done;
    }
}
