-- Which kinds of record the fund's sources tell at all: what is not told is unknown, not zero.
-- Grain: one row a distinct list of kinds, separated by blanks. Unit: none.
-- Parameters: $last_batch (what was known). Empty case: no batch, no row.
SELECT DISTINCT tells FROM batch WHERE batch_id <= $last_batch;
