using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>The standards' own schemas among the shared data (IMPACT_SHARED), and the validator of JSON Schema.</summary>
internal static class SharedSchemas
{
    /// <summary>A file of the schemas; the test is ignored without shared data, and with CI=true it fails.</summary>
    public static string PathOf(string file)
    {
        var folder = Path.Combine(
            Environment.GetEnvironmentVariable("IMPACT_SHARED") ?? Path.Combine(Top(), "../shared"),
            "data/schemas"
        );
        if (!Directory.Exists(folder))
        {
            Assert.That(
                Environment.GetEnvironmentVariable("CI"),
                Is.Not.EqualTo("true"),
                "The schemas must be there in CI."
            );
            Assert.Ignore("IMPACT_SHARED names no folder with the schemas.");
        }

        return Path.Combine(folder, file);
    }

    /// <summary>What ajv says against a document; empty when it is valid.</summary>
    /// <param name="draft"><c>2020</c> or <c>7</c>.</param>
    /// <param name="schemas">The schema, then schemas it refers to.</param>
    public static string Faults(string draft, byte[] document, params string[] schemas)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, document);
            var start = new ProcessStartInfo("node")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var argument in (string[])[Path.Combine(Here(), "validate.cjs"), draft, file, .. schemas])
            {
                start.ArgumentList.Add(argument);
            }

            using var node = Process.Start(start)!;
            var faults = node.StandardError.ReadToEndAsync();
            var said = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.That(node.ExitCode, Is.EqualTo(said.Length == 0 ? 0 : 1), faults.Result);
            return said;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Top() => Path.GetFullPath(Path.Combine(Here(), "../../../.."));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
