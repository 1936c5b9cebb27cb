using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>The independent checker, <c>notebooks/verify.py</c>, run by <c>python3</c>.</summary>
internal static class SecondChecker
{
    /// <summary>The folder of the script, for a test that calls a part of it.</summary>
    public static string Folder => Path.GetFullPath(Path.Combine(Here(), "../../../../notebooks"));

    /// <summary>Checks a release.</summary>
    public static SecondReport Verify(string release, params IEnumerable<string> options)
    {
        var (exit, said) = Run([Path.Combine(Folder, "verify.py"), release, .. options]);
        var outcomes = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(SecondClaim.Parse);
        return new(exit, outcomes.ToDictionary(claim => claim.Id, claim => claim.Outcome, StringComparer.Ordinal));
    }

    /// <summary>Runs the interpreter; the test is ignored where there is none, and with CI=true it fails.</summary>
    public static (int Exit, string Said) Run(params IEnumerable<string> arguments)
    {
        // Without -B it would leave compiled files beside the script.
        var start = new ProcessStartInfo("python3", ["-B", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var python = Process.Start(start)!;
            var errors = python.StandardError.ReadToEndAsync();
            var said = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.That(errors.Result, Is.Empty, "The checker must never break off.");
            return (python.ExitCode, said);
        }
        catch (Win32Exception)
        {
            Assert.That(Environment.GetEnvironmentVariable("CI"), Is.Not.EqualTo("true"), "CI must have python3.");
            Assert.Ignore("There is no python3 here.");
            throw;
        }
    }

    /// <summary>Both checkers must give one verdict, and one outcome for each claim that both check.</summary>
    /// <returns>The claims that failed for either.</returns>
    public static IReadOnlySet<string> RequireAgreement(
        string release,
        string trust,
        string what,
        string? against = null
    )
    {
        string[] options = against is null ? ["--trust", trust] : ["--trust", trust, "--against", against];
        var second = Verify(release, options);
        var failed = second.Failed.ToHashSet(StringComparer.Ordinal);
        try
        {
            var first = ReleaseVerifier.Verify(release, trust, against);
            Assert.That(second.ExitCode, Is.EqualTo(first.Holds ? 0 : 2), $"{what}: {string.Join(", ", failed)}");
            // The second checker types tables by the data package: where that is damaged, what it reads by it fails there, too.
            var isTyped = !failed.Contains("data-package");
            var apart = first
                .Claims.Where(claim => claim.Outcome != ClaimOutcome.NotChecked && second.Checks(claim.Id))
                .Where(claim => isTyped || claim.Outcome == ClaimOutcome.Failed)
                .Where(claim => (claim.Outcome == ClaimOutcome.Failed) != failed.Contains(claim.Id))
                .Select(claim => $"{claim.Id}: {claim.Outcome}");
            Assert.That(apart, Is.Empty, what);
            failed.UnionWith(first.Failed());
        }
        catch (FaultException)
        {
            Assert.That(second.ExitCode, Is.EqualTo(2), what);
            Assert.That(failed, Is.Not.Empty, what);
        }

        return failed;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

/// <summary>What the independent checker found.</summary>
/// <param name="ExitCode">0: no claim failed; 2: one did, or there is no key.</param>
/// <param name="Outcomes">The outcome of each claim, in its own words.</param>
internal sealed record SecondReport(int ExitCode, IReadOnlyDictionary<string, string> Outcomes)
{
    public IEnumerable<string> Failed => Outcomes.Where(claim => claim.Value == "failed").Select(claim => claim.Key);

    public bool Checks(string claim) => Outcomes.GetValueOrDefault(claim, "not checked") != "not checked";
}

/// <summary>A line of the checker: the outcome in eleven characters, a blank, the claim, and perhaps a colon and more.</summary>
internal sealed record SecondClaim(string Id, string Outcome)
{
    private const int OutcomeWidth = 11;

    public static SecondClaim Parse(string line) =>
        new(line[(OutcomeWidth + 1)..].Split(':')[0], line[..OutcomeWidth].TrimEnd());
}
