-- Lots, step 3: the entries that a reversal names. Only these must be added up; every other gift is a lot as it stands.
-- Grain: one row an entry. Unit: none. Parameters: $last_batch (what was known), $cut_off (last day that counts).
-- Empty case: nothing was taken back, no row.
CREATE TEMPORARY TABLE lot_touched AS
SELECT DISTINCT profile, kind, reverses AS source_id
FROM entry
WHERE reverses IS NOT NULL AND batch_id <= $last_batch AND cleared_on <= $cut_off;
