-- Lots of one epoch, b: fees, refunds, chargebacks and late reversals take from their own gift before anything else does.
-- Both sides are running sums of the same gift, and a piece is where two of them overlap.
-- Grain: one row a piece. Unit: minor units of the base currency. Parameters: $epoch. Empty case: nothing is taken, no row.
INSERT INTO lot_piece
WITH taking AS (
    SELECT
        number,
        target_kind,
        target_id,
        CAST(sum(amount_minor) OVER (PARTITION BY target_kind, target_id ORDER BY number) AS BIGINT) - amount_minor AS lo,
        CAST(sum(amount_minor) OVER (PARTITION BY target_kind, target_id ORDER BY number) AS BIGINT) AS hi
    FROM lot_out
    WHERE epoch = $epoch AND way = 'taken' AND target_id IS NOT NULL
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
