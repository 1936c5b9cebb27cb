-- What bank and processor state, with the items in transit, at the last stated day that counts.
-- Grain: one row, the day and the sum of its items. Unit: minor units of the base currency.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts). Empty case: no statement, no row.
SELECT as_of, CAST(sum(base_minor) AS BIGINT) AS amount_minor
FROM balance
WHERE batch_id <= $last_batch
    AND as_of = (SELECT max(as_of) FROM balance WHERE batch_id <= $last_batch AND as_of <= $statement_day)
GROUP BY as_of;
