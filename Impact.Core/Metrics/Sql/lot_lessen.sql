-- Lots of one epoch, d: what was taken from a gift is no longer there to be drawn.
-- Grain: one row a gift that something was taken from. Unit: minor units of the base currency, 0 when all is taken.
-- Parameters: $epoch. Empty case: nothing is taken, nothing changes.
UPDATE lot_now
SET amount_minor = lot_now.amount_minor - taken.amount_minor
FROM (
    SELECT lot_piece.bucket, lot_piece.source, lot_piece.source_id, CAST(sum(lot_piece.amount_minor) AS BIGINT) AS amount_minor
    FROM lot_piece
    INNER JOIN lot_out ON lot_out.number = lot_piece.outflow
    WHERE lot_out.epoch = $epoch AND lot_out.way = 'taken'
    GROUP BY lot_piece.bucket, lot_piece.source, lot_piece.source_id
) AS taken
WHERE lot_now.bucket = taken.bucket AND lot_now.source = taken.source AND lot_now.source_id = taken.source_id;
