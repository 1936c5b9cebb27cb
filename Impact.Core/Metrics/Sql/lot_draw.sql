-- Lots of one epoch, e: what uses the lots of a designation, each from where to where of the designation's money.
-- What a fee, refund or chargeback asks beyond its gift uses its designation, and what that cannot bear uses the pool: both below 0, in
-- another gift's place. What earlier epochs could not cover comes first, since its number is lower.
-- Grain: one row an outflow. Unit: minor units of the base currency. Parameters: $epoch. Empty case: nothing is drawn, no row.
CREATE TEMPORARY TABLE lot_draw AS
WITH charged AS (
    SELECT
        lot_out.number,
        lot_out.designation,
        coalesce(taken.amount_minor, 0) AS paid_minor,
        lot_out.amount_minor - coalesce(lot_shortfall.amount_minor, 0) AS amount_minor,
        coalesce(lot_shortfall.amount_minor, 0) AS short_minor
    FROM lot_out
    LEFT JOIN (SELECT outflow, CAST(sum(amount_minor) AS BIGINT) AS amount_minor FROM lot_piece WHERE outflow > 0 GROUP BY outflow) AS taken
        ON taken.outflow = lot_out.number
    LEFT JOIN lot_shortfall ON lot_shortfall.outflow = lot_out.number
    WHERE lot_out.epoch = $epoch AND lot_out.way = 'taken'
),
asked AS (
    SELECT number AS outflow, number AS place, designation, amount_minor, CAST(0 AS BIGINT) AS offset_minor
    FROM lot_out
    WHERE epoch = $epoch AND way = 'drawn'
    UNION ALL
    SELECT -charged.number, charged.number, charged.designation, charged.amount_minor - charged.paid_minor, CAST(0 AS BIGINT)
    FROM charged
    WHERE charged.amount_minor > charged.paid_minor
    UNION ALL
    SELECT -charged.number, charged.number, 'pool', charged.short_minor, charged.amount_minor - charged.paid_minor
    FROM charged
    WHERE charged.short_minor > 0
    UNION ALL
    SELECT outflow, CASE WHEN outflow < 0 THEN -outflow ELSE outflow END, designation, amount_minor, offset_minor
    FROM lot_owed
)
SELECT
    outflow,
    designation,
    offset_minor,
    CAST(sum(amount_minor) OVER (PARTITION BY designation ORDER BY place) AS BIGINT) - amount_minor AS lo,
    CAST(sum(amount_minor) OVER (PARTITION BY designation ORDER BY place) AS BIGINT) AS hi
FROM asked;
