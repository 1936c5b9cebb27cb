-- Money of each partner organisation to date.
-- Grain: one row an organisation and measure. Unit: minor units of the base currency.
-- Parameters: $statement_day (last day that counts). Empty case: a measure without money has no row here.
SELECT organisation_id, measure, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM flow
WHERE organisation_id IS NOT NULL AND month_start <= $statement_day
GROUP BY organisation_id, measure;
