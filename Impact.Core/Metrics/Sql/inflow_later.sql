-- Gifts, refunds, chargebacks and fees that a release did not know of a period it showed: the first month after is where they are shown.
-- Grain: one row a kind, batch and day of clearing with another month than its own. Unit: none.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts); reads published_line.
-- Empty case: no release before, or nothing came late: no row. The ledger is read for late entries alone: they are few.
-- Of several releases that did not know an entry, the one that showed its line the furthest decides.
CREATE TEMPORARY TABLE inflow_later AS
WITH late AS (
    SELECT DISTINCT kind, batch_id, cleared_on
    FROM entry
    WHERE kind IN (SELECT kind FROM published_line)
        AND batch_id > (SELECT min(last_batch) FROM published_line)
        AND cleared_on < (SELECT max(next_start) FROM published_line)
        AND batch_id <= $last_batch
        AND cleared_on <= $cut_off
)
SELECT late.kind, late.batch_id, late.cleared_on, max(published_line.next_start) AS shown_start
FROM late
INNER JOIN published_line
    ON published_line.kind = late.kind
    AND published_line.last_batch < late.batch_id
    AND published_line.next_start > late.cleared_on
GROUP BY late.kind, late.batch_id, late.cleared_on;
