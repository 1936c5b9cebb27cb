-- Lots, step 7: bucket and source of every gift, found by what the ledger says of it.
-- Grain: one row a batch, day, designation, source and kind of giver. Unit: none.
-- Parameters: none; reads lot_seen, lot_day, lot_bucket and lot_source. Empty case: no gift, no row.
CREATE TEMPORARY TABLE lot_place AS
SELECT
    lot_seen.batch_id,
    lot_seen.cleared_on,
    lot_seen.designation,
    lot_seen.profile,
    lot_seen.giver_kind,
    lot_bucket.epoch,
    lot_bucket.bucket,
    lot_source.source
FROM lot_seen
INNER JOIN lot_day ON lot_day.batch_id = lot_seen.batch_id AND lot_day.cleared_on = lot_seen.cleared_on
INNER JOIN lot_bucket
    ON lot_bucket.designation = lot_seen.designation
    AND lot_bucket.epoch = lot_day.epoch
    AND lot_bucket.cleared_on = lot_seen.cleared_on
INNER JOIN lot_source
    ON lot_source.profile = lot_seen.profile AND lot_source.kind = lot_seen.kind AND lot_source.giver_kind = lot_seen.giver_kind
WHERE lot_seen.kind = 'gift';
