using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Impact.Core.Catalogue;
using Impact.Jobs.Cli;

namespace Impact.Jobs.Hosting;

/// <summary>Starts the public site as a process of its own on the published releases, and stops it when this one is stopped.</summary>
/// <remarks>It is given the releases and the public keys and nothing else: the site never learns where a ledger lies.</remarks>
internal static class WebProcess
{
    /// <summary>The site answers within twenty seconds, also on a slow machine, or it has failed.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    /// <summary>It is asked five times a second whether it answers.</summary>
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Serves until the user stops the program.</summary>
    public static async Task<int> ServeAsync(DataFolder data, string fund, int port, CancellationToken cancellation)
    {
        var address = $"http://127.0.0.1:{(port == 0 ? FreePort() : port).ToString(CultureInfo.InvariantCulture)}";
        using var site =
            Process.Start(StartInfo(data, address))
            ?? throw new InvalidOperationException("The site could not be started.");
        try
        {
            await WaitUntilItAnswersAsync(site, address, cancellation);
            Output.Line($"The page is at {address}/{fund} (Spanish: {address}/es/{fund}). Ctrl-C stops it.");
            await site.WaitForExitAsync(cancellation);
            return site.ExitCode == 0 ? Output.Done : Output.AtFault;
        }
        catch (OperationCanceledException)
        {
            return Output.Done;
        }
        finally
        {
            Stop(site);
        }
    }

    private static ProcessStartInfo StartInfo(DataFolder data, string address)
    {
        var here = AppContext.BaseDirectory;
        var program = Path.GetFullPath(
            Path.Combine(
                here,
                "..",
                "..",
                "Impact.Web",
                Path.GetFileName(Path.TrimEndingDirectorySeparator(here)),
                "Impact.Web.dll"
            )
        );
        if (!File.Exists(program))
        {
            throw new FaultException(
                new Fault(Faults.FileUnreadable, "Impact.Web.dll", "the site is built beside this program")
            );
        }

        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        foreach (var argument in new[] { program, "--releases", data.Public, "--trust", data.Trust, "--urls", address })
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitUntilItAnswersAsync(Process site, string address, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < StartLimit && !site.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"{address}/health"), cancellation);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(AskInterval, cancellation);
        }

        throw new FaultException(
            new Fault(Faults.OptionWrong, "--port", "the site did not start; another program may use the port")
        );
    }

    private static void Stop(Process site)
    {
        if (!site.HasExited)
        {
            site.Kill(entireProcessTree: true);
            site.WaitForExit();
        }
    }
}
