-- The first day on which the fund's own money moved.
-- Grain: one row. Unit: day. Parameters: none; reads lot_bucket. Empty case: one row without a day.
SELECT min(cleared_on) AS first_day FROM lot_bucket;
