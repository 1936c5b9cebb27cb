using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

/// <summary>The page of a release that checks a gift, its script run by <c>node</c>.</summary>
internal static class OfflinePage
{
    /// <summary>What the page says of a gift: <c>proved</c> with leaves, signature and rate, or <c>fault</c> with its text.</summary>
    public static string Say(GiftBench bench, string transaction)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var folder = bench.Releases.PathOf("1.0.0");
        var key = Path.Combine(bench.Releases.Trust, SampleTables.Fund + ".pub");
        foreach (
            var argument in (string[])["--no-warnings", Script(), Path.Combine(folder, "gifts/check.html"), folder, key]
        )
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var node = Process.Start(start)!;
            node.StandardInput.Write(ReceiptCode.Of(bench.Keys.Receipt, transaction));
            node.StandardInput.Close();
            var said = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return said.Trim();
        }
        catch (Win32Exception)
        {
            Assert.That(Environment.GetEnvironmentVariable("CI"), Is.Not.EqualTo("true"), "CI must have node.");
            Assert.Ignore("There is no node here.");
            throw;
        }
    }

    private static string Script([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "page.cjs");
}
