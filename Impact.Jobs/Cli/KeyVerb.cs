using System.CommandLine;
using Impact.Core.Releases;
using Impact.Core.Releases.Keys;

namespace Impact.Jobs.Cli;

/// <summary><c>impact key init|rotate FUND</c>: makes the fund's signing key, and replaces it by a new one.</summary>
internal static class KeyVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var made = new Argument<string>("fund") { Description = "The fund" };
        var rotated = new Argument<string>("fund") { Description = "The fund" };
        return new Command("key", "The key that signs a fund's releases, see docs/keys.md")
        {
            Verbs.Verb(
                "init",
                "Make the signing key of a fund that has none; 'impact fund init' does so, too",
                [made],
                parsed => Init(parsed, parsed.GetValue(made)!)
            ),
            Verbs.Verb(
                "rotate",
                "Replace a fund's signing key: old and new key sign the hand-over, and the old one is destroyed",
                [rotated],
                parsed => Rotate(parsed, parsed.GetValue(rotated)!)
            ),
        };
    }

    private static int Init(ParseResult parsed, string fund)
    {
        var data = Verbs.DataOf(parsed);
        var id = SigningKeys.Create(data.Path, new FundRegister(data).Get(fund).Id);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(new { fund, key = id });
        }
        else
        {
            Output.Line($"{fund}: made key {id}. {Advice(data, fund)}");
        }

        return Output.Done;
    }

    private static int Rotate(ParseResult parsed, string fund)
    {
        var data = Verbs.DataOf(parsed);
        var handOver = new KeyRotation(data.Path, TimeProvider.System).Rotate(new FundRegister(data).Get(fund).Id);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(
                new
                {
                    fund,
                    number = handOver.Number,
                    from = handOver.From.Id,
                    to = handOver.To.Id,
                    lastVersion = handOver.Last?.Version,
                    at = handOver.At,
                }
            );
        }
        else
        {
            var last = handOver.Last is { } release ? $"its last release is {release.Version}" : "it signed no release";
            Output.Line(
                $"{fund}: key {handOver.From.Id} is destroyed here, {last}; key {handOver.To.Id} signs from now on."
            );
            Output.Line($"Destroy every copy of the old key. {Advice(data, fund)}");
        }

        return Output.Done;
    }

    private static string Advice(DataFolder data, string fund) =>
        $"Keep a safe copy of {SigningKeys.PathOf(data.Path, fund)}, and give readers {TrustedKey.PathOf(data.Trust, fund)} by a way of its own (docs/keys.md).";
}
