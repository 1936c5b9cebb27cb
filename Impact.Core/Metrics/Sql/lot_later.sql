-- Lots: gifts, refunds, chargebacks and fees that a release did not know of a period it showed, and where tables by period show them.
-- Grain: one row a kind, epoch and day of clearing with another day than its own. Unit: none.
-- Parameters: none; reads lot_seen, lot_day and lot_line. Empty case: no release before, or nothing came late: no row.
-- A release before the epoch of an entry did not hold it. The order of lots is not touched, only when they are seen to come and go.
CREATE TEMPORARY TABLE lot_later AS
SELECT seen.kind, seen.epoch, seen.cleared_on, max(lot_line.next_start) AS shown_start
FROM (
    SELECT DISTINCT lot_seen.kind, lot_day.epoch, lot_seen.cleared_on
    FROM lot_seen
    INNER JOIN lot_day ON lot_day.batch_id = lot_seen.batch_id AND lot_day.cleared_on = lot_seen.cleared_on
) AS seen
INNER JOIN lot_line
    ON lot_line.kind = seen.kind
    AND lot_line.position < seen.epoch
    AND lot_line.next_start > seen.cleared_on
GROUP BY seen.kind, seen.epoch, seen.cleared_on;
