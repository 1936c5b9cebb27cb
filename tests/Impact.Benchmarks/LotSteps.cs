using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;

namespace Impact.Benchmarks;

/// <summary>Lots of a generated ledger, and the bare sort of the same gifts beside them: same engine, threads and memory.</summary>
internal static class LotSteps
{
    /// <summary>The engine may hold 3 GiB, so that the whole process stays under 4.</summary>
    private static readonly LedgerOptions Options = new() { MemoryMebibytes = 3072 };

    private static readonly MetricScope Scope = new(
        new FundDescription
        {
            Id = "lots",
            Name = BilingualText.Same("Lots"),
            Purpose = BilingualText.Same("To be measured."),
            Currency = "USD",
            Fiction = true,
        },
        new DateOnly(2021, 12, 31),
        LastBatch: 1
    );

    /// <summary>Fills a ledger in the engine itself: gifts month by month, days within it and amounts by hash, identifiers in no order.</summary>
    public static void Prepare(long gifts, long disbursements, string folder)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"), Options);
        ledger.Execute(
            "gifts",
            $"""
            INSERT INTO entry ({EntryColumns.Filled})
            SELECT
                1, i + 2, 'impact-gifts', printf('gift-%010d', (i * 2654435761) % 4294967296), 'gift', day, day, amount, 'USD', amount, NULL,
                CASE WHEN hash(i, 3) % 10 < 7 THEN 'pool' WHEN hash(i, 3) % 10 < 9 THEN 'legal-help' ELSE 'families' END,
                NULL, 'individual', NULL, CAST(md5(CAST(hash(i, 4) % ($gifts // 3 + 1) AS VARCHAR)) AS UUID), 'unknown', false, NULL, NULL, NULL
            FROM (
                SELECT
                    i,
                    CAST(500 + hash(i) % 49500 AS BIGINT) AS amount,
                    DATE '2019-08-07' + CAST(30 * (i * 24 // $gifts) + hash(i, 2) % 30 AS INTEGER) AS day
                FROM range(CAST($gifts AS BIGINT)) AS gift(i)
            ) AS gift
            """,
            ("gifts", gifts)
        );
        ledger.Execute(
            "disbursements",
            $"""
            INSERT INTO entry ({EntryColumns.Filled})
            SELECT
                1, i + 2, 'impact-fund-entries', printf('payment-%07d', i), 'disbursement', day, day, amount, 'USD', amount,
                'XI-LOTS-' || CAST(i % 6 AS VARCHAR),
                CASE WHEN hash(i, 3) % 10 < 7 THEN 'pool' WHEN hash(i, 3) % 10 < 9 THEN 'legal-help' ELSE 'families' END,
                NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM (
                SELECT
                    i,
                    CAST(22000 * ($gifts // $payments) + hash(i) % 1000 AS BIGINT) AS amount,
                    DATE '2019-09-07' + CAST(i * 690 // $payments AS INTEGER) AS day
                FROM range(CAST($payments AS BIGINT)) AS payment(i)
            ) AS payment
            """,
            ("gifts", gifts),
            ("payments", disbursements)
        );
        ledger.Execute("checkpoint", "CHECKPOINT");
    }

    /// <summary>Runs one step on the prepared ledger.</summary>
    public static Measurement Run(string step, string folder)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"), Options);
        return step switch
        {
            "lots-sort" => Measurement.Of(() =>
                ledger.Execute(
                    "sort",
                    """
                    CREATE TEMPORARY TABLE sorted AS
                    SELECT designation, cleared_on, source_id, donor, base_minor
                    FROM entry
                    WHERE kind = 'gift'
                    ORDER BY designation, cleared_on, source_id
                    """
                )
            ),
            "lots" => Measurement.Of(() =>
            {
                var run = new MetricRun(ledger, Scope);
                run.Require(LotTables.Pieces);
                RequireEveryCent(ledger);
            }),
            _ => throw new ArgumentException("Unknown step.", nameof(step)),
        };
    }

    private static void RequireEveryCent(LedgerStore ledger)
    {
        const string sql = """
            SELECT
                (SELECT CAST(sum(base_minor) AS BIGINT) FROM entry WHERE kind = 'gift')
                - (SELECT CAST(sum(amount_minor) AS BIGINT) FROM lot_piece) AS lost
            """;
        var lost = ledger.Query("every cent", sql, row => row.Integer("lost")).Single();
        if (lost != 0)
        {
            throw new InvalidOperationException(
                $"Lots lost {lost.ToString(CultureInfo.InvariantCulture)} minor units."
            );
        }
    }
}
