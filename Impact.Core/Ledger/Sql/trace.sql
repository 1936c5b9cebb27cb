-- Where the records with one identifier came from: batch, file and line, and for a converted entry the file and line of its rate.
-- Grain: one row a record. Unit: none; no name, no token and no amount is among it. Parameters: $source_id. Empty case: no row.
WITH record AS (
    SELECT 'entry' AS record, kind, currency, batch_id, line, profile, reverses, rate_day, rate_batch, rate_line
    FROM entry
    WHERE source_id = $source_id
    UNION ALL
    SELECT 'service', service, NULL, batch_id, line, profile, reverses, NULL, NULL, NULL FROM service WHERE source_id = $source_id
    UNION ALL
    SELECT 'statement', measure, NULL, batch_id, line, profile, reverses, NULL, NULL, NULL FROM statement WHERE source_id = $source_id
    UNION ALL
    SELECT 'balance', item, NULL, batch_id, line, profile, reverses, NULL, NULL, NULL FROM balance WHERE source_id = $source_id
    UNION ALL
    SELECT 'account_line', kind, currency, batch_id, line, profile, reverses, NULL, NULL, NULL FROM account_line WHERE source_id = $source_id
    UNION ALL
    SELECT 'explanation', match, NULL, batch_id, line, profile, reverses, NULL, NULL, NULL FROM explanation WHERE source_id = $source_id
    UNION ALL
    SELECT 'rate', 'rate', currency, batch_id, line, profile, NULL, NULL, NULL, NULL FROM rate WHERE source_id = $source_id
    UNION ALL
    SELECT 'organisation', organisation.type, NULL, organisation.batch_id, organisation.line, batch.profile, NULL, NULL, NULL, NULL
    FROM organisation
    INNER JOIN batch ON batch.batch_id = organisation.batch_id
    WHERE organisation.organisation_id = $source_id AND organisation.line IS NOT NULL
)
SELECT
    record.record, record.kind, record.currency, record.batch_id, record.line, record.profile, batch.profile_version, batch.file_sha256,
    CAST(batch.received_at AS DATE) AS received_on, CASE WHEN record.reverses IS NULL THEN 0 ELSE 1 END AS is_reversal,
    record.rate_day, record.rate_batch, record.rate_line, rate_file.file_sha256 AS rate_sha256,
    (
        SELECT min(rate.source) FROM rate
        WHERE rate.batch_id = record.rate_batch AND rate.line = record.rate_line
    ) AS rate_source
FROM record
INNER JOIN batch ON batch.batch_id = record.batch_id
LEFT JOIN batch AS rate_file ON rate_file.batch_id = record.rate_batch
ORDER BY record.batch_id, record.line, record.record, record.kind;
