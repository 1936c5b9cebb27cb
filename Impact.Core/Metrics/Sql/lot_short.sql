-- Lots of one epoch, d: what a fee, refund or chargeback asks beyond what is left of its gift. The pool advances it.
-- Grain: one row an outflow. Unit: minor units of the base currency, above 0. Parameters: $epoch. Empty case: no shortfall, no row.
INSERT INTO lot_shortfall
SELECT lot_out.number, lot_out.amount_minor - coalesce(taken.amount_minor, 0)
FROM lot_out
LEFT JOIN (SELECT outflow, CAST(sum(amount_minor) AS BIGINT) AS amount_minor FROM lot_piece WHERE outflow > 0 GROUP BY outflow) AS taken
    ON taken.outflow = lot_out.number
WHERE lot_out.epoch = $epoch AND lot_out.way = 'taken' AND lot_out.amount_minor > coalesce(taken.amount_minor, 0);
