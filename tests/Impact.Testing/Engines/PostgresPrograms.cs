using System.Diagnostics;
using System.Globalization;

namespace Impact.Testing.Engines;

/// <summary>Where PostgreSQL's own programs lie, and as whom they may be run.</summary>
internal static class PostgresPrograms
{
    private const string Version = "15";

    /// <summary>The account that Debian makes for PostgreSQL; its programs refuse to run as root.</summary>
    public const string Account = "postgres";

    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>, or null where PostgreSQL 15 is not installed.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(IsVersion15);

    /// <summary>Whether this process runs as root.</summary>
    public static bool AsRoot { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>A command line that runs a program as an account PostgreSQL accepts.</summary>
    public static ProcessStartInfo Start(string program, params ReadOnlySpan<string> arguments)
    {
        string[] command = AsRoot
            ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--clear-groups", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, WorkingDirectory = "/" };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; what it wrote is in the message, and no record is there yet.</exception>
    public static void Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            var code = process.ExitCode.ToString(CultureInfo.InvariantCulture);
            throw new InvalidOperationException($"{start.FileName} ended with {code}: {output.Result}{errors}");
        }
    }

    private static IEnumerable<string> Candidates() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Prepend($"/usr/lib/postgresql/{Version}/bin")
            .Where(folder =>
                File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"))
            );

    private static bool IsVersion15(string folder)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Path.Combine(folder, "postgres"), "--version")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Contains($" {Version}.", StringComparison.Ordinal);
    }
}
