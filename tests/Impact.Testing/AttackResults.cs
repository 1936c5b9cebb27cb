using System.Text.Json;

namespace Impact.Testing;

/// <summary>What attacks measured: one JSON line a figure, added to the file that IMPACT_ATTACK_RESULTS names; nothing where it names none.</summary>
internal static class AttackResults
{
    private static readonly Lock Turn = new();

    /// <summary>Adds a figure.</summary>
    /// <param name="attack">The attack's letter, or the name of the measurement.</param>
    /// <param name="figure">What was measured, in snake case.</param>
    /// <param name="value">The figure.</param>
    /// <param name="size">How many draws, histories or releases it was measured on.</param>
    public static void Note(string attack, string figure, double value, long size)
    {
        if (Environment.GetEnvironmentVariable("IMPACT_ATTACK_RESULTS") is not { Length: > 0 } file)
        {
            return;
        }

        var line = JsonSerializer.Serialize(
            new
            {
                attack,
                figure,
                value,
                n = size,
                at = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
                command = AttackSize.IsNightly ? "bash tests/night.sh" : "bash tests/run.sh",
            }
        );
        lock (Turn)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}
