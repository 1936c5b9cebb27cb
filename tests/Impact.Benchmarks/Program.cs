using System.Globalization;
using Impact.Benchmarks;

// dotnet run -c Release --project tests/Impact.Benchmarks -- [--gifts N] [--folder F]
// dotnet run -c Release --project tests/Impact.Benchmarks -- lots [--gifts N] [--disbursements M] [--folder F]
// dotnet run -c Release --project tests/Impact.Benchmarks -- lots prepare FOLDER N | lots prepared FOLDER N [--rounds K]
// dotnet run -c Release --project tests/Impact.Benchmarks -- catalogue [--entries N] [--folder F]
// dotnet run -c Release --project tests/Impact.Benchmarks -- catalogue prepare FOLDER N | catalogue prepared FOLDER N [--rounds K]
// dotnet run -c Release --project tests/Impact.Benchmarks -- gifts [--gifts N] [--folder F]
// dotnet run -c Release --project tests/Impact.Benchmarks -- releases [--gifts N] [--proofs yes] [--folder F]
// dotnet run -c Release --project tests/Impact.Benchmarks -- noise [--draws N]
// dotnet run -c Release --project tests/Impact.Benchmarks -- bounding [--rows N] [--folder F]
// Each measurement runs in a process of its own, so that memory and processor time are its alone.
const long defaultGifts = 10_000_000;
if (args is ["measure", var step, var measuredFolder])
{
    Measurement.Print(Measured(step, measuredFolder));
    return 0;
}

if (args is ["catalogue", "prepare", var ledgerFolder, var entries])
{
    CatalogueLedger.Prepare(long.Parse(entries, CultureInfo.InvariantCulture), ledgerFolder);
    return 0;
}

if (args is ["catalogue", "prepared", var preparedLedger, var preparedEntries, ..])
{
    CatalogueComparison.RunPrepared(
        long.Parse(preparedEntries, CultureInfo.InvariantCulture),
        preparedLedger,
        checked((int)(Number("--rounds") ?? CatalogueComparison.Rounds))
    );
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

const long defaultDisbursements = 10_000;
if (args is ["lots", "prepare", var lotFolder, var lotGifts])
{
    LotSteps.Prepare(long.Parse(lotGifts, CultureInfo.InvariantCulture), defaultDisbursements, lotFolder);
    return 0;
}

if (args is ["lots", "prepared", var preparedLots, var preparedGifts, ..])
{
    LotComparison.RunPrepared(
        long.Parse(preparedGifts, CultureInfo.InvariantCulture),
        defaultDisbursements,
        preparedLots,
        checked((int)(Number("--rounds") ?? LotComparison.Rounds))
    );
    return 0;
}

if (args is ["lots", ..])
{
    long[] sizes = Number("--gifts") is { } size ? [size] : [1_000_000, 10_000_000, 100_000_000];
    var scratch = Option("--folder") ?? Directory.CreateTempSubdirectory("impact-lots-").FullName;
    LotComparison.Run(sizes, Number("--disbursements") ?? defaultDisbursements, scratch);
    return 0;
}

if (args is ["gifts", ..])
{
    long[] sizes = Number("--gifts") is { } size ? [size] : [1_000_000, 10_000_000];
    GiftComparison.Run(sizes, Option("--folder") ?? Directory.CreateTempSubdirectory("impact-gifts-").FullName);
    return 0;
}

if (args is ["releases", "prepare", var prepared, var howMany])
{
    ReleaseSteps.Prepare(long.Parse(howMany, CultureInfo.InvariantCulture), prepared);
    return 0;
}

if (args is ["releases", ..])
{
    long[] sizes = Number("--gifts") is { } size ? [size] : [1_000_000, 10_000_000];
    ReleaseMeasurement.Run(
        sizes,
        Option("--folder") ?? Directory.CreateTempSubdirectory("impact-releases-").FullName,
        Option("--proofs") is "yes"
    );
    return 0;
}

if (args is ["noise", ..])
{
    const long defaultDraws = 200_000;
    NoiseComparison.Run(checked((int)(Number("--draws") ?? defaultDraws)));
    return 0;
}

if (args is ["bounding", ..])
{
    long[] sizes = Number("--rows") is { } size ? [size] : [1_000_000, 10_000_000];
    BoundingComparison.Run(sizes, Option("--folder") ?? Directory.CreateTempSubdirectory("impact-bounding-").FullName);
    return 0;
}

var gifts = Number("--gifts") ?? defaultGifts;
var folder = Option("--folder") ?? Path.Combine(Path.GetTempPath(), "impact-benchmark");
Comparison.Run(gifts, folder);
return 0;

static Measurement Measured(string step, string folder) =>
    step.StartsWith("lots", StringComparison.Ordinal) ? LotSteps.Run(step, folder)
    : step.StartsWith("catalogue", StringComparison.Ordinal) ? CatalogueSteps.Run(step, folder)
    : step.StartsWith("bounding-", StringComparison.Ordinal) ? BoundingSteps.Run(step, folder)
    : step.StartsWith("gifts-", StringComparison.Ordinal) ? GiftSteps.Run(step, folder)
    : step.StartsWith("releases-", StringComparison.Ordinal) ? ReleaseSteps.Run(step, folder)
    : Steps.Run(step, folder);

long? Number(string name) => Option(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

string? Option(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
