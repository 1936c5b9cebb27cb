using System.Globalization;
using Impact.Benchmarks;

// dotnet run -c Release --project tests/Impact.Benchmarks -- [--gifts N] [--folder F]
// Each measurement runs in a process of its own, so that memory and processor time are its alone.
const long defaultGifts = 10_000_000;
if (args is ["measure", var step, var measuredFolder])
{
    Measurement.Print(Steps.Run(step, measuredFolder));
    return 0;
}

var gifts = Option("--gifts") is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : defaultGifts;
var folder = Option("--folder") ?? Path.Combine(Path.GetTempPath(), "impact-benchmark");
Comparison.Run(gifts, folder);
return 0;

string? Option(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
