-- Lots of one epoch, e: what uses the lots of a designation, each from where to where of the designation's money.
-- What earlier epochs could not cover comes first, since its number is lower.
-- Grain: one row an outflow. Unit: minor units of the base currency. Parameters: $epoch. Empty case: nothing is drawn, no row.
CREATE TEMPORARY TABLE lot_draw AS
WITH asked AS (
    SELECT number AS outflow, number AS place, designation, amount_minor, CAST(0 AS BIGINT) AS offset_minor
    FROM lot_out
    WHERE epoch = $epoch AND way = 'drawn'
    UNION ALL
    SELECT -lot_shortfall.outflow, lot_shortfall.outflow, 'pool', lot_shortfall.amount_minor, CAST(0 AS BIGINT)
    FROM lot_shortfall
    INNER JOIN lot_out ON lot_out.number = lot_shortfall.outflow
    WHERE lot_out.epoch = $epoch
    UNION ALL
    SELECT
        lot_owed.outflow,
        lot_out.number,
        CASE WHEN lot_owed.outflow < 0 THEN 'pool' ELSE lot_out.designation END,
        lot_owed.amount_minor,
        lot_owed.offset_minor
    FROM lot_owed
    INNER JOIN lot_out ON lot_out.number = CASE WHEN lot_owed.outflow < 0 THEN -lot_owed.outflow ELSE lot_owed.outflow END
)
SELECT
    outflow,
    designation,
    offset_minor,
    CAST(sum(amount_minor) OVER (PARTITION BY designation ORDER BY place) AS BIGINT) - amount_minor AS lo,
    CAST(sum(amount_minor) OVER (PARTITION BY designation ORDER BY place) AS BIGINT) AS hi
FROM asked;
