-- Takes entries back that a newer copy of their source no longer has: the same row, negative, naming itself as what it reverses.
-- Grain: one row an entry gone. Unit: minor units. Parameters: $batch, $profile. Empty case: nothing is gone, nothing is written.
INSERT INTO entry
SELECT
    $batch, line, profile, source_id, kind, occurred_on, cleared_on, -amount_minor, currency, -base_minor, organisation_id, designation,
    category, giver_kind, giver, donor, region, recurring, refers_to, source_id, 'CORRECTION',
    rate_day, rate_batch, rate_line
FROM entry
WHERE profile = $profile
    AND source_id IN (SELECT source_id FROM gone)
    AND reverses IS DISTINCT FROM source_id
    AND batch_id = (SELECT max(latest.batch_id) FROM entry AS latest WHERE latest.source_id = entry.source_id AND latest.profile = $profile);
