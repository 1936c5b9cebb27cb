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
            CASE WHEN part >= 980 THEN CASE hash(i, 7) % 4 WHEN 0 THEN 'food' WHEN 1 THEN 'rent_utilities' WHEN 2 THEN 'administration' ELSE 'legal_services' END END,
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
            'XI-BENCH-' || CAST(hash(i, 2) % 20 AS VARCHAR), 'food_assistance', DATE '2019-02-01' + CAST(hash(i, 3) % 650 AS INTEGER), 'unknown', NULL, NULL
        FROM range(CAST($entries // 100 AS BIGINT)) AS service(i)
        """;

    /// <summary>The processor's report: a line of every gift, refund and fee but one in 10,000, one in 10,000 another by a cent; and what it paid out each day.</summary>
    private const string ProcessorLines = """
        INSERT INTO account_line
        SELECT 2, row_number() OVER () + 1, 'impact-processor-report', source_id, 'processor', booked_on, minor, 'USD', minor, kind, refers_to, NULL
        FROM (
            SELECT
                'line-' || source_id AS source_id,
                cleared_on AS booked_on,
                CASE WHEN kind = 'gift' THEN base_minor ELSE -base_minor END - CASE WHEN hash(source_id) % 10000 = 1 THEN 1 ELSE 0 END AS minor,
                kind,
                source_id AS refers_to
            FROM entry
            WHERE kind IN ('gift', 'gift_refund', 'processor_fee') AND hash(source_id) % 10000 <> 0
            UNION ALL
            SELECT
                'payout-' || CAST(cleared_on AS VARCHAR), cleared_on,
                CAST(-sum(CASE WHEN kind = 'gift' THEN base_minor ELSE -base_minor END) AS BIGINT), 'payout', 'payout-' || CAST(cleared_on AS VARCHAR)
            FROM entry
            WHERE kind IN ('gift', 'gift_refund', 'processor_fee')
            GROUP BY cleared_on
        ) AS line
        """;

    /// <summary>The bank's statement: each payout a day later, and each payment to a partner but one in a thousand.</summary>
    private const string BankLines = """
        INSERT INTO account_line
        SELECT 3, row_number() OVER () + 1, 'impact-bank-statement', 'bank-' || refers_to, 'bank', booked_on, minor, 'USD', minor, kind, refers_to, NULL
        FROM (
            SELECT booked_on + 1 AS booked_on, -base_minor AS minor, 'payout' AS kind, refers_to FROM account_line WHERE kind = 'payout'
            UNION ALL
            SELECT cleared_on + 1, -base_minor, 'payment', source_id FROM entry WHERE kind = 'disbursement' AND hash(source_id) % 1000 <> 0
        ) AS line
        """;

    /// <summary>What both accounts held at each quarter's end.</summary>
    private const string Balances = """
        INSERT INTO balance
        SELECT
            4, row_number() OVER () + 1, 'impact-balances', account_line.account || '-' || CAST(ending.as_of AS VARCHAR), ending.as_of,
            account_line.account, 'balance', CAST(sum(account_line.base_minor) AS BIGINT), NULL
        FROM (SELECT CAST(DATE '2019-01-01' + to_months(3 * i) AS DATE) - 1 AS as_of FROM range(1, 9) AS quarter(i)) AS ending
        INNER JOIN account_line ON account_line.booked_on <= ending.as_of
        GROUP BY ending.as_of, account_line.account
        """;

    private const string Batches = """
        INSERT INTO batch VALUES
            (1, 'digest', 'impact', 1, TIMESTAMP '2021-01-05', 'gift gift_refund processor_fee expenditure allocation disbursement receipt service', 0, 0, 0, 0, 0),
            (2, 'digest', 'impact-processor-report', 1, TIMESTAMP '2021-01-05', 'processor_report', 0, 0, 0, 0, 0),
            (3, 'digest', 'impact-bank-statement', 1, TIMESTAMP '2021-01-05', 'bank_statement', 0, 0, 0, 0, 0),
            (4, 'digest', 'impact-balances', 1, TIMESTAMP '2021-01-05', 'balance', 0, 0, 0, 0, 0)
        """;

    /// <summary>Fills a new ledger.</summary>
    /// <param name="entries">Entries, not counting 30,000 of payments; a hundredth as many services, and a line of the processor for each gift, refund and fee.</param>
    /// <param name="folder">Where the ledger and the columns that the peers read are written.</param>
    public static void Prepare(long entries, string folder)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"), CatalogueSteps.Options);
        ledger.Execute("entries", Entries, ("entries", entries));
        ledger.Execute("payments", Payments, ("entries", entries));
        ledger.Execute("services", Services, ("entries", entries));
        ledger.Execute("processor lines", ProcessorLines);
        ledger.Execute("bank lines", BankLines);
        ledger.Execute("balances", Balances);
        ledger.Execute("batches", Batches);
        ledger.Execute("checkpoint", "CHECKPOINT");
        ledger.Execute(
            "columns for the peers",
            $"COPY (SELECT organisation_id, cleared_on, base_minor FROM entry) TO {SqlLiteral.Text(Path.Combine(folder, Peers.File))} (HEADER)"
        );
        ledger.Execute(
            "sums for the peers",
            $"COPY (SELECT organisation_id, strftime(month, '%Y-%m'), total, entries FROM ({Steps.OneQuery}) AS sums) TO {SqlLiteral.Text(Path.Combine(folder, Peers.Sums))} (HEADER)"
        );
    }
}
