-- Lots of one epoch, h: the pieces. Gifts of one day are put in the order of their source's id and cut where outflows cut the day:
-- the one step that sorts all gifts, and it sorts each day of a designation for itself.
-- Grain: one row a piece. Unit: minor units of the base currency, above 0.
-- Parameters: none; reads lot_now and lot_cut. Empty case: no lot, no row.
INSERT INTO lot_piece
SELECT
    lot.bucket,
    lot.source,
    lot.source_id,
    lot.donor,
    least(lot.hi, lot_cut.hi) - greatest(lot.hi - lot.amount_minor, lot_cut.lo) AS amount_minor,
    lot_cut.outflow,
    CASE
        WHEN lot_cut.outflow = 0 THEN 0
        ELSE lot_cut.offset_minor + greatest(lot.hi - lot.amount_minor, lot_cut.lo) - lot_cut.lo
    END AS offset_minor
FROM (
    SELECT
        bucket,
        source,
        source_id,
        donor,
        amount_minor,
        CAST(sum(amount_minor) OVER (PARTITION BY bucket ORDER BY source_id COLLATE "C", source ROWS UNBOUNDED PRECEDING) AS BIGINT) AS hi
    FROM lot_now
    WHERE amount_minor > 0
) AS lot
INNER JOIN lot_cut
    ON lot_cut.bucket = lot.bucket AND lot_cut.lo < lot.hi AND lot_cut.hi > lot.hi - lot.amount_minor;
