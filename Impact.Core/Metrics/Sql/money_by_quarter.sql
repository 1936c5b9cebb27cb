-- All money of the fund and its partners together.
-- Grain: one row a measure and calendar quarter. Unit: minor units of the base currency.
-- Parameters: $statement_day (last day that counts). Empty case: no flow, no row; a quarter without money has no row here.
SELECT measure, CAST(date_trunc('quarter', shown_start) AS DATE) AS period_start, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM flow
WHERE shown_start <= $statement_day
GROUP BY measure, CAST(date_trunc('quarter', shown_start) AS DATE);
