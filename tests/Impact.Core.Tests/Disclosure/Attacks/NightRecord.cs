using System.Globalization;
using System.Text.Json;
using Impact.Core.Releases.Privacy;
using Impact.Core.Tests.Catalogue;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Writes down what the attacks found at night, in <c>docs/attack-run.json</c>, which is committed and built into the program.</summary>
internal static class NightRecord
{
    /// <summary>The environment may name the command that runs more than this project.</summary>
    private const string CommandVariable = "IMPACT_NIGHT_COMMAND";

    private const string Command =
        "IMPACT_NIGHTLY=1 dotnet test tests/Impact.Core.Tests -c Release --filter \"FullyQualifiedName~Disclosure.Attacks|FullyQualifiedName~Noise\"";

    private static readonly Lock Gate = new();

    /// <summary>A night has one date, also where it is several processes.</summary>
    private const string DateVariable = "IMPACT_NIGHT_DATE";

    private static readonly DateOnly Began = DateOnly.TryParse(
        Environment.GetEnvironmentVariable(DateVariable),
        CultureInfo.InvariantCulture,
        out var date
    )
        ? date
        : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Notes a result at night; in CI, where sizes are smaller, nothing.</summary>
    public static void Note(AttackResult result)
    {
        if (Environment.GetEnvironmentVariable("IMPACT_NIGHTLY") != "1")
        {
            return;
        }

        lock (Gate)
        {
            var path = SchemaFile.PathOf("docs/attack-run.json");
            var run = new AttackRun(
                FundPublication.Tool,
                Began,
                Environment.GetEnvironmentVariable(CommandVariable) ?? Command,
                [result]
            );
            File.WriteAllBytes(path, Joined(File.Exists(path) ? File.ReadAllBytes(path) : null, run).Write());
        }
    }

    /// <summary>Joins new results to those of the same night; what is of another night, program or command, or no record, is dropped.</summary>
    public static AttackRun Joined(byte[]? written, AttackRun run)
    {
        if (Read(written) is not { } known || (known with { Results = run.Results }) != run)
        {
            return run;
        }

        var found = run.Results.Select(result => result.Id).ToHashSet(StringComparer.Ordinal);
        return run with
        {
            Results =
            [
                .. known
                    .Results.Where(result => !found.Contains(result.Id))
                    .Concat(run.Results)
                    .OrderBy(result => result.Id, StringComparer.Ordinal),
            ],
        };
    }

    private static AttackRun? Read(byte[]? written)
    {
        try
        {
            return written is null ? null : AttackRun.Read(written);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
