using System.Security.Cryptography;
using DuckDB.NET.Data;
using Impact.Core;
using Impact.Core.Disclosure;
using Impact.Core.Intake;
using Impact.Core.Ledger;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;

namespace Impact.Benchmarks;

/// <summary>A whole release of the rehearsal fund beside the metrics it is made of, and verifying it beside reading it.</summary>
internal static class ReleaseSteps
{
    private const int BufferBytes = 1 << 20;

    private static string Fund { get; } = RehearsalFund.Describe(new RehearsalOptions()).Id;

    /// <summary>Writes the fund and takes its files in.</summary>
    public static void Prepare(long gifts, string folder)
    {
        var input = Path.Combine(folder, "input");
        var files = RehearsalFund.Write(new RehearsalOptions(Gifts: gifts), input, CancellationToken.None);
        var data = new DataFolder(folder);
        new FundRegister(data).Create(FundRegister.ReadFile(files.FundFile));
        var ingest = new FundIngest(data, TimeProvider.System);
        foreach (var sheet in files.Sheets)
        {
            _ = ingest.Ingest(Fund, sheet.Path, "impact");
        }

        Directory.Delete(input, recursive: true);
    }

    /// <summary>Runs one step in the folder.</summary>
    public static Measurement Run(string step, string folder)
    {
        var data = new DataFolder(folder);
        return step switch
        {
            "releases-trace" => Measurement.Of(() => Trace(data)),
            "releases-metrics" => Measurement.Of(() => _ = Books(data)),
            "releases-build" => Measurement.Of(() => Publish(data, withGifts: false)),
            "releases-whole" => Measurement.Of(() => Publish(data, withGifts: true)),
            "releases-read-warm" => Warm(() => Read(Published(data))),
            "releases-verify-warm" => Warm(() => Verify(data)),
            "releases-read" => Measurement.Of(() => Read(Published(data))),
            "releases-verify" => Measurement.Of(() => Verify(data)),
            _ => throw new ArgumentException("Unknown step.", nameof(step)),
        };
    }

    /// <summary>The second time of a step in one process: what it costs once the program is compiled.</summary>
    private static Measurement Warm(Action step)
    {
        step();
        return Measurement.Of(step);
    }

    /// <summary>Bytes of the release as published.</summary>
    public static long Bytes(string folder) =>
        new DirectoryInfo(Published(new(folder)))
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(file => file.Length);

    private static string Published(DataFolder data) => Path.Combine(data.Public, Fund, "1.0.0");

    private static BookRun Books(DataFolder data)
    {
        using var ledger = LedgerStore.Open(data.Ledger(Fund));
        return new FundBooks(ledger, DisclosurePolicy.Default).Run(new FundRegister(data).Get(Fund), cutOff: null);
    }

    /// <summary>Prints what each activity of the metrics costs.</summary>
    private static void Trace(DataFolder data)
    {
        using var ledger = LedgerStore.Open(data.Ledger(Fund));
        var timed = new TimedLedger(ledger);
        _ = new FundBooks(timed, DisclosurePolicy.Default).Run(new FundRegister(data).Get(Fund), cutOff: null);
        foreach (var (activity, seconds) in timed.Dearest)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{seconds, 8:0.00} s  {activity}"));
        }
    }

    /// <summary>From the ledger to the signed folder, as the first release: an earlier one of the same folder is taken away.</summary>
    private static void Publish(DataFolder data, bool withGifts)
    {
        Forget(data);
        var publication = new FundPublication(data, TimeProvider.System);
        var draft = publication.Draft(new FundRegister(data).Get(Fund), cutOff: null);
        _ = publication.Publish(withGifts ? draft : draft with { OpenGifts = () => null });
    }

    private static void Forget(DataFolder data)
    {
        if (Directory.Exists(Path.Combine(data.Public, Fund)))
        {
            Directory.Delete(Path.Combine(data.Public, Fund), recursive: true);
        }

        if (Directory.Exists(data.Budget(Fund)))
        {
            Directory.Delete(data.Budget(Fund), recursive: true);
        }
    }

    private static void Verify(DataFolder data)
    {
        var report = ReleaseVerifier.Verify(Published(data), data.Trust);
        if (report.Claims.Any(claim => claim.Outcome == ClaimOutcome.Failed))
        {
            throw new InvalidOperationException("The release does not verify.");
        }
    }

    /// <summary>What verifying cannot do without: a digest of every file, and every table read in each of its three forms.</summary>
    private static void Read(string release)
    {
        Parallel.ForEach(Directory.EnumerateFiles(release, "*", SearchOption.AllDirectories), path => Digest(path));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        foreach (var csv in Directory.EnumerateFiles(Path.Combine(release, "data"), "*.csv"))
        {
            Ask(connection, $"SELECT * FROM read_csv({SqlLiteral.Text(csv)}, all_varchar = true)");
            Ask(connection, $"SELECT * FROM read_parquet({SqlLiteral.Text(Path.ChangeExtension(csv, ".parquet"))})");
        }

        Ask(
            connection,
            $"ATTACH {SqlLiteral.Text(Path.Combine(release, ReleaseNames.Database))} AS release (READ_ONLY)"
        );
        foreach (var csv in Directory.EnumerateFiles(Path.Combine(release, "data"), "*.csv"))
        {
            Ask(connection, $"SELECT * FROM release.\"{Path.GetFileNameWithoutExtension(csv)}\"");
        }
    }

    private static void Digest(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);
        _ = SHA256.HashData(stream);
    }

    private static void Ask(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                _ = reader.IsDBNull(column) ? null : reader.GetValue(column);
            }
        }
    }
}
