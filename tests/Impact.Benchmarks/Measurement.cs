using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Impact.Benchmarks;

/// <summary>What one step cost: seconds on the clock, seconds of all processors, and the most memory the process ever held.</summary>
internal sealed record Measurement(double Wall, double Processor, double PeakMebibytes)
{
    private const double BytesPerMebibyte = 1024 * 1024;

    /// <summary>Measures a step of this process.</summary>
    public static Measurement Of(Action step)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        step();
        clock.Stop();
        process.Refresh();
        return new(clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - processor).TotalSeconds, Peak(process));
    }

    /// <summary>Writes a measurement for the process that asked for it.</summary>
    public static void Print(Measurement measurement) => Console.Out.WriteLine(JsonSerializer.Serialize(measurement));

    /// <summary>Runs a step in a process of its own.</summary>
    public static Measurement InOwnProcess(string step, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(Measurement).Assembly.Location, "measure", step, folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(line)!
            : throw new InvalidOperationException(
                $"The step {step} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}."
            );
    }

    /// <summary>The kernel's own high-water mark where there is one; the runtime's otherwise.</summary>
    private static double Peak(Process process)
    {
        const string status = "/proc/self/status";
        const double kibibytesPerMebibyte = 1024;
        if (!File.Exists(status))
        {
            return process.PeakWorkingSet64 / BytesPerMebibyte;
        }

        var line = File.ReadLines(status).First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            / kibibytesPerMebibyte;
    }
}
