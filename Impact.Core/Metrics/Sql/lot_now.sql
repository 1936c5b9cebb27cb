-- Lots of one epoch, a: what the epoch begins with (still with the fund) and what came in during it.
-- Grain: one row a lot. Unit: minor units of the base currency, above 0.
-- Parameters: $epoch. Reads entry by lot_place, which holds only what counts; lot_net; lot_piece. Empty case: no money, no row.
-- A gift that a reversal names is in lot_net; the others are told by a join, which unlike NOT EXISTS holds no copy of all gifts.
CREATE TEMPORARY TABLE lot_now AS
SELECT lot_place.bucket, lot_place.source, entry.source_id, entry.donor, entry.base_minor AS amount_minor
FROM entry
INNER JOIN lot_place
    ON lot_place.batch_id = entry.batch_id
    AND lot_place.cleared_on = entry.cleared_on
    AND lot_place.designation = entry.designation
    AND lot_place.profile = entry.profile
    AND lot_place.giver_kind = coalesce(entry.giver_kind, 'individual')
LEFT JOIN lot_touched
    ON lot_touched.kind = entry.kind
    AND lot_touched.profile = entry.profile
    AND lot_touched.source_id = coalesce(entry.reverses, entry.source_id)
WHERE entry.kind = 'gift' AND lot_place.epoch = $epoch AND entry.base_minor > 0 AND lot_touched.source_id IS NULL
UNION ALL
SELECT
    lot_bucket.bucket,
    lot_source.source,
    lot_net.source_id,
    lot_net.donor,
    CASE WHEN lot_net.amount_minor < 0 THEN -lot_net.amount_minor ELSE lot_net.amount_minor END AS amount_minor
FROM lot_net
INNER JOIN lot_bucket
    ON lot_bucket.designation = lot_net.designation
    AND lot_bucket.epoch = lot_net.epoch
    AND lot_bucket.cleared_on = lot_net.cleared_on
INNER JOIN lot_source
    ON lot_source.profile = lot_net.profile AND lot_source.kind = lot_net.kind AND lot_source.giver_kind = lot_net.giver_kind
WHERE lot_net.epoch = $epoch
    AND (
        (lot_net.kind IN ('gift', 'interest', 'other_income', 'opening_balance', 'return') AND lot_net.amount_minor > 0)
        OR (lot_net.kind NOT IN ('gift', 'interest', 'other_income', 'opening_balance', 'return') AND lot_net.amount_minor < 0)
    )
UNION ALL
SELECT bucket, source, source_id, donor, amount_minor FROM lot_piece WHERE outflow = 0;
