-- Money of each partner organisation.
-- Grain: one row an organisation, measure and calendar quarter. Unit: minor units of the base currency.
-- Parameters: $statement_day (last day that counts). Empty case: a quarter without money of the organisation has no row.
SELECT
    organisation_id,
    measure,
    CAST(date_trunc('quarter', month_start) AS DATE) AS period_start,
    CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM flow
WHERE organisation_id IS NOT NULL AND month_start <= $statement_day
GROUP BY organisation_id, measure, CAST(date_trunc('quarter', month_start) AS DATE);
