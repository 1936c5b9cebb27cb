-- The right-hand sides of the proof table: the books by kind, not by line of the statement.
-- Grain: one row a kind and organisation (empty: the fund's own). Unit: minor units of the base currency.
-- Parameters: $statement_day (last day that counts). Empty case: no money, no row.
SELECT kind, organisation_id, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM money
WHERE month_start <= $statement_day
GROUP BY kind, organisation_id;
