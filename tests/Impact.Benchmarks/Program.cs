using System.Globalization;
using Impact.Benchmarks;

// dotnet run -c Release --project tests/Impact.Benchmarks -- [--gifts N] [--folder F]
// dotnet run -c Release --project tests/Impact.Benchmarks -- catalogue [--entries N] [--folder F]
// Each measurement runs in a process of its own, so that memory and processor time are its alone.
const long defaultGifts = 10_000_000;
if (args is ["measure", var step, var measuredFolder])
{
    var isOfCatalogue = step.StartsWith("catalogue", StringComparison.Ordinal);
    Measurement.Print(isOfCatalogue ? CatalogueSteps.Run(step, measuredFolder) : Steps.Run(step, measuredFolder));
    return 0;
}

if (args is ["catalogue", ..])
{
    long[] sizes = Option("--entries") is { } size
        ? [long.Parse(size, CultureInfo.InvariantCulture)]
        : [1_000_000, 10_000_000, 100_000_000];
    CatalogueComparison.Run(
        sizes,
        Option("--folder") ?? Directory.CreateTempSubdirectory("impact-catalogue-").FullName
    );
    return 0;
}

var gifts = Option("--gifts") is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : defaultGifts;
var folder = Option("--folder") ?? Path.Combine(Path.GetTempPath(), "impact-benchmark");
Comparison.Run(gifts, folder);
return 0;

string? Option(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
