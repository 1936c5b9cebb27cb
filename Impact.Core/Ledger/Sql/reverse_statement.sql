-- Takes statements back that a newer copy of their source no longer has: the same row with the other sign.
-- Grain: one row a statement gone. Unit: people. Parameters: $batch, $profile. Empty case: nothing is gone, nothing is written.
INSERT INTO statement
SELECT
    $batch, line, profile, source_id, organisation_id, refers_to, indicator, period, measure, split, -people, certified_on, source_id
FROM statement
WHERE profile = $profile
    AND source_id IN (SELECT source_id FROM gone)
    AND reverses IS DISTINCT FROM source_id
    AND batch_id = (SELECT max(latest.batch_id) FROM statement AS latest WHERE latest.source_id = statement.source_id AND latest.profile = $profile);
