using System.CommandLine;
using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Jobs.Cli;

/// <summary><c>impact verify DIR --trust DIR</c>: checks every claim of a release with a key the reader trusts.</summary>
internal static class VerifyVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var folder = new Argument<string>("release") { Description = "The release's folder" };
        var trust = new Option<string>("--trust")
        {
            Description = "The folder of the fund's public keys, got from the fund and not from the release",
        };
        var against = new Option<string?>("--against")
        {
            Description = "The folder of the release it is compared with; by default the one beside it",
        };
        return Verbs.Verb(
            "verify",
            "Check a release",
            [folder, trust, against],
            parsed => Verify(parsed, parsed.GetValue(folder)!, parsed.GetValue(trust), parsed.GetValue(against))
        );
    }

    private static int Verify(ParseResult parsed, string folder, string? trust, string? against)
    {
        if (string.IsNullOrEmpty(trust))
        {
            throw new FaultException(new Fault(Faults.TrustMissing, "--trust"));
        }

        var report = ReleaseVerifier.Verify(folder, trust, against);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(report);
        }
        else
        {
            foreach (var claim in report.Claims)
            {
                var detail = claim.Detail is { } text ? $" ({text.En})" : string.Empty;
                Output.Line(
                    $"{claim.Outcome.ToString().ToLowerInvariant(), -10} {claim.Id}: {claim.Statement.En}{detail}"
                );
            }
        }

        if (report.Holds)
        {
            return Output.Done;
        }

        var failed = string.Join(
            ", ",
            report.Claims.Where(claim => claim.Outcome == ClaimOutcome.Failed).Select(claim => claim.Id)
        );
        return Output.Fault(
            new Fault(Faults.ClaimFailed, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), failed),
            json: false
        );
    }
}
