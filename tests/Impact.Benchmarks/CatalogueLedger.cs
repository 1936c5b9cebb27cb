using Impact.Core.Intake;
using Impact.Core.Ledger;

namespace Impact.Benchmarks;

/// <summary>A ledger of every kind of entry, made in the engine itself: gifts month by month, days and amounts by hash.</summary>
internal static class CatalogueLedger
{
    /// <summary>Of 1,000 entries so many are no gift: fees, refunds, expenditure; payments to partners are 10,000 at any size.</summary>
    private const string Entries = $"""
        INSERT INTO entry ({EntryColumns.Filled})
        SELECT
            1, i + 2, 'impact-gifts', printf('entry-%010d', (i * 2654435761) % 4294967296),
            CASE WHEN part < 950 THEN 'gift' WHEN part < 970 THEN 'processor_fee' WHEN part < 980 THEN 'gift_refund' ELSE 'expenditure' END,
            day, day, amount, 'USD', amount,
            CASE WHEN part >= 980 THEN 'XI-BENCH-' || CAST(hash(i, 6) % 20 AS VARCHAR) END,
            CASE WHEN hash(i, 3) % 10 < 7 THEN 'pool' WHEN hash(i, 3) % 10 < 9 THEN 'legal-help' ELSE 'families' END,
            CASE WHEN part >= 980 THEN CASE hash(i, 7) % 4 WHEN 0 THEN 'food' WHEN 1 THEN 'shelter' WHEN 2 THEN 'administration' ELSE 'legal_help' END END,
            CASE WHEN part < 950 THEN 'individual' END, NULL,
            CASE WHEN part < 950 THEN CAST(md5(CAST(hash(i, 4) % ($entries // 3 + 1) AS VARCHAR)) AS UUID) END,
            CASE WHEN part < 950 THEN 'unknown' END, CASE WHEN part < 950 THEN hash(i, 8) % 3 = 0 END, NULL, NULL, NULL
        FROM (
            SELECT
                i,
                hash(i, 5) % 1000 AS part,
                CAST(500 + hash(i) % 49500 AS BIGINT) AS amount,
                DATE '2019-01-01' + CAST(30 * (i * 24 // $entries) + hash(i, 2) % 30 AS INTEGER) AS day
            FROM range(CAST($entries AS BIGINT)) AS entry(i)
        ) AS entry
        """;

    private const string Payments = $"""
        INSERT INTO entry ({EntryColumns.Filled})
        SELECT
            1, i + 2, 'impact-fund-entries', kind || '-' || CAST(i AS VARCHAR), kind, day + later, day + later, amount, 'USD', amount,
            'XI-BENCH-' || CAST(i % 20 AS VARCHAR), CASE WHEN i % 10 < 7 THEN 'pool' ELSE 'legal-help' END,
            NULL, NULL, NULL, NULL, NULL, NULL,
            CASE kind WHEN 'receipt' THEN 'disbursement-' || CAST(i AS VARCHAR) ELSE 'project-' || CAST(i % 500 AS VARCHAR) END, NULL, NULL
        FROM (
            SELECT i, CAST(2000 * ($entries // 1000) + hash(i) % 1000 AS BIGINT) AS amount, DATE '2019-02-01' + CAST(i * 650 // 10000 AS INTEGER) AS day
            FROM range(10000) AS payment(i)
        ) AS payment
        CROSS JOIN (VALUES ('allocation', 0), ('disbursement', 20), ('receipt', 23)) AS step(kind, later)
        """;

    private const string Services = """
        INSERT INTO service
        SELECT
            1, i + 2, 'impact-services', 'service-' || CAST(i AS VARCHAR), CAST(md5(CAST(hash(i) % ($entries // 300 + 1) AS VARCHAR)) AS UUID),
            'XI-BENCH-' || CAST(hash(i, 2) % 20 AS VARCHAR), 'food', DATE '2019-02-01' + CAST(hash(i, 3) % 650 AS INTEGER), 'place', NULL, NULL
        FROM range(CAST($entries // 100 AS BIGINT)) AS service(i)
        """;

    /// <summary>Fills a new ledger.</summary>
    /// <param name="entries">Entries, not counting 30,000 of payments; a hundredth as many services.</param>
    /// <param name="folder">Where the ledger and the columns that the peers read are written.</param>
    public static void Prepare(long entries, string folder)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"), CatalogueSteps.Options);
        ledger.Execute("entries", Entries, ("entries", entries));
        ledger.Execute("payments", Payments, ("entries", entries));
        ledger.Execute("services", Services, ("entries", entries));
        ledger.Execute(
            "batch",
            """
            INSERT INTO batch VALUES (1, 'digest', 'impact', 1, TIMESTAMP '2021-01-05',
                'gift gift_refund processor_fee expenditure allocation disbursement receipt service', 0, 0, 0, 0, 0)
            """
        );
        ledger.Execute("checkpoint", "CHECKPOINT");
        ledger.Execute(
            "columns for the peers",
            $"COPY (SELECT organisation_id, cleared_on, base_minor FROM entry) TO {SqlLiteral.Text(Path.Combine(folder, Peers.File))} (HEADER)"
        );
    }
}
