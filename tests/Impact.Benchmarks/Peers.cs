using System.Diagnostics;
using System.Text.Json;

namespace Impact.Benchmarks;

/// <summary>Other tools on the same organisation and month sums: SQLite and pandas, as the system's packages have them.</summary>
internal static class Peers
{
    /// <summary>The three columns that the sums read, as CSV.</summary>
    public const string File = "peers.csv";

    /// <summary>What the engine's own query comes to, as CSV.</summary>
    public const string Sums = "sums.csv";

    /// <summary>The peers by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sqlite", "pandas"];

    /// <summary>Brings the columns into the peer's own form; false where the peer is not installed.</summary>
    public static bool Prepare(string peer, string folder) => Run(peer, "prepare", folder) is not null;

    /// <summary>Measures the sums alone, once warm; null where they are not the engine's to the cent, which the script says.</summary>
    public static Measurement? Measure(string peer, string folder) =>
        Run(peer, "measure", folder) is { } line ? JsonSerializer.Deserialize<Measurement>(line) : null;

    private static string? Run(string peer, string task, string folder)
    {
        const string python = "/usr/bin/python3";
        if (!System.IO.File.Exists(python))
        {
            return null;
        }

        var start = new ProcessStartInfo(python) { UseShellExecute = false, RedirectStandardOutput = true };
        var script = Path.Combine(AppContext.BaseDirectory, "peers.py");
        foreach (var argument in new[] { script, peer, task, folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? line : null;
    }
}
