-- Lots of one epoch, i: what was drawn beyond all money of its designation; the next money that comes in covers it first.
-- Sound books have none but what the pool advanced while it was empty.
-- Grain: one row an outflow. Unit: minor units of the base currency. Parameters: none; reads lot_draw and lot_span.
-- Empty case: everything is covered, no row.
INSERT INTO lot_owed
SELECT
    lot_draw.outflow,
    lot_draw.designation,
    lot_draw.hi - greatest(lot_draw.lo, coalesce(held.hi, 0)),
    lot_draw.offset_minor + greatest(lot_draw.lo, coalesce(held.hi, 0)) - lot_draw.lo
FROM lot_draw
LEFT JOIN (SELECT designation, max(hi) AS hi FROM lot_span GROUP BY designation) AS held ON held.designation = lot_draw.designation
WHERE lot_draw.hi > coalesce(held.hi, 0);
