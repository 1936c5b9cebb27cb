using System.Diagnostics;

namespace Impact.Jobs.Tests;

/// <summary>Runs the program as its user does: a process of its own, with its exit code and what it says.</summary>
internal static class ImpactProcess
{
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error);
    }

    /// <summary>The same with a line on standard input.</summary>
    public static (int ExitCode, string Output, string Error) RunWith(string input, params string[] arguments)
    {
        using var process = Start(arguments, redirectsInput: true);
        process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error);
    }

    public static Process Start(params string[] arguments) => Start(arguments, redirectsInput: false);

    private static Process Start(string[] arguments, bool redirectsInput)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = redirectsInput,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "impact.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
