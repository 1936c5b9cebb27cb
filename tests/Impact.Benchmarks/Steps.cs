using DuckDB.NET.Data;
using Impact.Core;
using Impact.Core.Intake;
using Impact.Core.Ledger;
using Impact.Core.Metrics;

namespace Impact.Benchmarks;

/// <summary>The steps that are measured, each beside the bare engine doing the least that could be asked.</summary>
internal static class Steps
{
    private static readonly int Threads = Environment.ProcessorCount;

    /// <summary>Runs one step on what earlier ones left in a folder.</summary>
    public static Measurement Run(string step, string folder) =>
        step switch
        {
            "bare-load" => Measurement.Of(() => BareLoad(folder)),
            "load" => Measurement.Of(() => Load(folder)),
            "one-query" => OnLedger(folder, ledger => ledger.Query("one query", OneQuery, _ => 0)),
            "metrics" => OnLedger(folder, ledger => FirstMetrics(folder, ledger)),
            "gates" => OnLedger(
                folder,
                ledger =>
                {
                    using var run = new MetricRun(ledger, Scope(folder, ledger));
                    new HardGates(run, new HashSet<string>(["gift", "allocation", "disbursement"])).Run();
                }
            ),
            "givers" => OnLedger(folder, ledger => Evidence(folder, ledger)),
            _ => throw new ArgumentException("Unknown step.", nameof(step)),
        };

    /// <summary>The hand-written query: sum and count by organisation and month.</summary>
    public const string OneQuery = """
        SELECT organisation_id, date_trunc('month', cleared_on) AS month, sum(base_minor) AS total, count(*) AS entries
        FROM entry
        GROUP BY organisation_id, date_trunc('month', cleared_on)
        """;

    private static void BareLoad(string folder)
    {
        var file = Path.Combine(folder, "bare.duckdb");
        File.Delete(file);
        using var connection = new DuckDBConnection(
            $"DataSource={file};threads={Threads.ToString(System.Globalization.CultureInfo.InvariantCulture)};temp_directory={Path.Combine(folder, "bare-spill")}"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"CREATE TABLE gifts AS SELECT * FROM read_csv({SqlLiteral.Text(Path.Combine(folder, "gifts.csv"))}); CHECKPOINT";
        command.ExecuteNonQuery();
    }

    private static void Load(string folder)
    {
        var path = Path.Combine(folder, "gifts.csv");
        var ledgerFolder = Path.Combine(folder, "ledger");
        if (Directory.Exists(ledgerFolder))
        {
            Directory.Delete(ledgerFolder, recursive: true);
        }

        using var ledger = LedgerStore.Open(ledgerFolder);
        var fund = FundRegister.ReadFile(Path.Combine(folder, "fund.json"));
        var key = TokenKey.FromBytes(new byte[TokenKey.KeyBytes]);
        var report = new LedgerLoad(ledger, TimeProvider.System).Load(
            SourceFile.Open(path),
            Profiles.For("impact", path),
            fund,
            new LoadOptions(key)
        );
        if (report.RowsStored != report.RowsIn)
        {
            throw new InvalidOperationException("Rows were rejected.");
        }
    }

    private static Measurement OnLedger(string folder, Action<LedgerStore> step)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"));
        step(ledger);
        return Measurement.Of(() => step(ledger));
    }

    private static void FirstMetrics(string folder, LedgerStore ledger)
    {
        using var run = new MetricRun(ledger, Scope(folder, ledger));
        _ = SqlSums.Compute(run);
    }

    private static MetricScope Scope(string folder, LedgerStore ledger) =>
        new(FundRegister.ReadFile(Path.Combine(folder, "fund.json")), RehearsalCalendarEnd, new BatchBook(ledger).Last);

    private static DateOnly RehearsalCalendarEnd { get; } = new(2020, 12, 31);

    private static void Evidence(string folder, LedgerStore ledger)
    {
        using var run = new MetricRun(ledger, Scope(folder, ledger));
        var month = Impact.Core.Quantities.Period.Month(2019, 8);
        _ = new InflowEvidenceReader(run).Read("received", month, month);
    }
}
