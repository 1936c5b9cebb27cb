-- Lots, step 6: the days of each designation, numbered in the order of the rule, so that one number orders lots up to their source's id.
-- Grain: one row a designation, epoch and day of clearing. Unit: number from 1.
-- Parameters: none; reads lot_seen, lot_day and lot_net. Empty case: no money, no row.
CREATE TEMPORARY TABLE lot_bucket AS
SELECT
    CAST(row_number() OVER (ORDER BY designation COLLATE "C", epoch, cleared_on) AS INTEGER) AS bucket,
    designation,
    epoch,
    cleared_on
FROM (
    SELECT lot_seen.designation, lot_day.epoch, lot_seen.cleared_on
    FROM lot_seen
    INNER JOIN lot_day ON lot_day.batch_id = lot_seen.batch_id AND lot_day.cleared_on = lot_seen.cleared_on
    UNION
    SELECT designation, epoch, cleared_on FROM lot_net
) AS day_of_designation;
