-- Lots of one epoch, c: fees, refunds, chargebacks and late reversals take from their own gift before anything else does, but not what
-- the pool advances.
-- Both sides are running sums of the same gift, and a piece is where two of them overlap.
-- Grain: one row a piece. Unit: minor units of the base currency. Parameters: $epoch. Empty case: nothing is taken, no row.
INSERT INTO lot_piece
WITH asked AS (
    SELECT
        lot_out.number,
        lot_out.target_kind,
        lot_out.target_id,
        lot_out.amount_minor - coalesce(lot_shortfall.amount_minor, 0) AS amount_minor
    FROM lot_out
    LEFT JOIN lot_shortfall ON lot_shortfall.outflow = lot_out.number
    WHERE lot_out.epoch = $epoch AND lot_out.way = 'taken' AND lot_out.target_id IS NOT NULL
),
taking AS (
    SELECT
        number,
        target_kind,
        target_id,
        CAST(sum(amount_minor) OVER (PARTITION BY target_kind, target_id ORDER BY number) AS BIGINT) - amount_minor AS lo,
        CAST(sum(amount_minor) OVER (PARTITION BY target_kind, target_id ORDER BY number) AS BIGINT) AS hi
    FROM asked
    WHERE amount_minor > 0
),
hit AS (
    SELECT
        lot_now.bucket,
        lot_now.source,
        lot_now.source_id,
        lot_now.donor,
        lot_source.kind,
        CAST(
            sum(lot_now.amount_minor) OVER (PARTITION BY lot_source.kind, lot_now.source_id ORDER BY lot_now.bucket, lot_now.source)
            AS BIGINT
        ) - lot_now.amount_minor AS lo,
        CAST(
            sum(lot_now.amount_minor) OVER (PARTITION BY lot_source.kind, lot_now.source_id ORDER BY lot_now.bucket, lot_now.source)
            AS BIGINT
        ) AS hi
    FROM lot_now
    INNER JOIN lot_source ON lot_source.source = lot_now.source
    WHERE lot_now.source_id IN (SELECT target_id FROM taking)
)
SELECT
    hit.bucket,
    hit.source,
    hit.source_id,
    hit.donor,
    least(hit.hi, taking.hi) - greatest(hit.lo, taking.lo) AS amount_minor,
    taking.number AS outflow,
    greatest(hit.lo, taking.lo) - taking.lo AS offset_minor
FROM hit
INNER JOIN taking
    ON taking.target_kind = hit.kind AND taking.target_id = hit.source_id AND taking.lo < hit.hi AND taking.hi > hit.lo;
