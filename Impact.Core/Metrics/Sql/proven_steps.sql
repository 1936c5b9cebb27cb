-- What became of one part of the transactions that a release proves.
-- Grain: as in proven_step. Unit: minor units of the base currency. Parameters: $part (from 0); reads proven_step. Empty case: no row.
SELECT transaction_id, place, organisation_id, measure, period_start, since, amount_minor
FROM proven_step
WHERE part = $part
ORDER BY transaction_id COLLATE "C";
