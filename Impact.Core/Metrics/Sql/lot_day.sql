-- Lots, step 2: the epoch of every batch and day, which is the first published cut-off that holds it; what none holds is in the open one.
-- Grain: one row a batch and day. Unit: position of the cut-off, from 1. Parameters: none; reads lot_seen and published_cut_off.
-- Empty case: no money, no row.
CREATE TEMPORARY TABLE lot_day AS
SELECT
    seen.batch_id,
    seen.cleared_on,
    CAST(coalesce(min(published_cut_off.position), (SELECT count(*) + 1 FROM published_cut_off)) AS INTEGER) AS epoch
FROM (SELECT DISTINCT batch_id, cleared_on FROM lot_seen) AS seen
LEFT JOIN published_cut_off
    ON published_cut_off.last_batch >= seen.batch_id AND published_cut_off.cut_off >= seen.cleared_on
GROUP BY seen.batch_id, seen.cleared_on;
