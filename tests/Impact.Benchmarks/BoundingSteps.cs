using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Quantities;

namespace Impact.Benchmarks;

/// <summary>What it costs to count every household once, and to cap its services, on a generated ledger.</summary>
internal static class BoundingSteps
{
    /// <summary>Four services a household, one in ten of another organisation, over 24 months; ten kinds.</summary>
    private const string Services = """
        INSERT INTO service
        SELECT
            1, i + 2, 'impact-services', 'service-' || CAST(i AS VARCHAR), CAST(md5(CAST(household AS VARCHAR)) AS UUID),
            'XI-BENCH-' || CAST((hash(household, 1) + CASE WHEN hash(i, 2) % 10 = 0 THEN 1 ELSE 0 END) % 20 AS VARCHAR),
            'service-' || CAST(hash(i, 3) % 10 AS VARCHAR), DATE '2019-01-01' + CAST(hash(i, 4) % 730 AS INTEGER), 'place', NULL, NULL
        FROM (SELECT i, (i * 2654435761) % ($rows // 4) AS household FROM range(CAST($rows AS BIGINT)) AS service(i)) AS service
        """;

    private static readonly DateOnly LastDay = new(2020, 12, 31);
    private static readonly DateOnly LastMonth = new(2020, 12, 1);
    private static readonly DateOnly FirstMonth = new(2019, 1, 1);

    /// <summary>The steps beside the bare GROUP BY, which is the first.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["bounding-group", "bounding-enrolment", "bounding-24-months", "bounding-services", "bounding-choice"];

    /// <summary>Fills a new ledger.</summary>
    public static void Prepare(long rows, string folder)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"), CatalogueSteps.Options);
        ledger.Execute("services", Services, ("rows", rows));
        ledger.Execute(
            "batch",
            "INSERT INTO batch VALUES (1, 'digest', 'impact', 1, TIMESTAMP '2021-01-05', 'service', 0, 0, 0, 0, 0)"
        );
        ledger.Execute("checkpoint", "CHECKPOINT");
    }

    /// <summary>Runs one step on the prepared ledger, once to warm the pages and once measured.</summary>
    public static Measurement Run(string step, string folder)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"), CatalogueSteps.Options);
        Action work = step switch
        {
            "bounding-group" => () => Group(ledger),
            "bounding-enrolment" => () => Enrol(ledger, LastMonth),
            "bounding-24-months" => () => Enrol(ledger, FirstMonth),
            "bounding-services" => () => Cap(ledger, verify: true),
            "bounding-choice" => () => Cap(ledger, verify: false),
            _ => throw new ArgumentException("Unknown step.", nameof(step)),
        };
        work();
        Forget(ledger);
        return Measurement.Of(work);
    }

    /// <summary>The least that could be asked: how many services each household had.</summary>
    private static void Group(LedgerStore ledger)
    {
        ledger.Execute("forget", "DROP TABLE IF EXISTS bare");
        ledger.Execute(
            "bare",
            "CREATE TEMPORARY TABLE bare AS SELECT household, count(*) AS services FROM service GROUP BY household"
        );
    }

    /// <summary>Who was first helped when, the list, and the counts of it that see that nobody is on it twice.</summary>
    private static void Enrol(LedgerStore ledger, DateOnly from)
    {
        var scope = Scope(from);
        using var run = new MetricRun(ledger, scope);
        var book = new EnrolmentBook(ledger, run);
        book.Close(scope.Fund.Counting!);
        foreach (var table in PublishedTables.OfCounts)
        {
            var grain = table.Has("month") ? PeriodGrain.Month : PeriodGrain.Quarter;
            _ = book.Read(table, Period.Range(grain, from, LastDay));
        }
    }

    /// <summary>Who first had what when, the choice of 24 months, kept in the ledger, and the counts of it that see every row.</summary>
    private static void Cap(LedgerStore ledger, bool verify)
    {
        var scope = Scope(FirstMonth);
        using var run = new MetricRun(ledger, scope);
        var services = new BoundedServices(run, BoundedServices.MostKinds);
        services.Close(scope.Fund.Counting!);
        if (verify)
        {
            _ = services.Count();
        }
    }

    private static void Forget(LedgerStore ledger)
    {
        string[] lists =
        [
            "household_enrolment",
            "donor_enrolment",
            "enrolment_close",
            "household_service",
            "household_service_close",
        ];
        foreach (var table in lists)
        {
            ledger.Execute("forget", $"DELETE FROM {table}");
        }

        ledger.Execute("checkpoint", "CHECKPOINT");
    }

    private static MetricScope Scope(DateOnly from) =>
        new(
            new FundDescription
            {
                Id = "bounding",
                Name = BilingualText.Same("Bounding"),
                Purpose = BilingualText.Same("To be measured."),
                Currency = "USD",
                Fiction = true,
                Counting = new(from),
            },
            LastDay,
            LastBatch: 1
        );
}
