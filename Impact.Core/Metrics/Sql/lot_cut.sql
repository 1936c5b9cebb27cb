-- Lots of one epoch, g: where outflows cut each bucket, counted from the bucket's beginning; outflow 0 is what nothing has drawn.
-- Grain: one row a bucket and outflow that overlap. Unit: minor units of the base currency.
-- Parameters: none; reads lot_span and lot_draw. Empty case: no money, no row.
CREATE TEMPORARY TABLE lot_cut AS
SELECT
    lot_span.bucket,
    lot_draw.outflow,
    greatest(lot_span.lo, lot_draw.lo) - lot_span.lo AS lo,
    least(lot_span.hi, lot_draw.hi) - lot_span.lo AS hi,
    lot_draw.offset_minor + greatest(lot_span.lo, lot_draw.lo) - lot_draw.lo AS offset_minor
FROM lot_span
INNER JOIN lot_draw
    ON lot_draw.designation = lot_span.designation AND lot_draw.lo < lot_span.hi AND lot_draw.hi > lot_span.lo
UNION ALL
SELECT
    lot_span.bucket,
    CAST(0 AS BIGINT) AS outflow,
    greatest(lot_span.lo, coalesce(drawn.hi, 0)) - lot_span.lo AS lo,
    lot_span.hi - lot_span.lo AS hi,
    CAST(0 AS BIGINT) AS offset_minor
FROM lot_span
LEFT JOIN (SELECT designation, max(hi) AS hi FROM lot_draw GROUP BY designation) AS drawn ON drawn.designation = lot_span.designation
WHERE lot_span.hi > coalesce(drawn.hi, 0);
