-- Which partners have reported which quarter: a partner that books a receipt or an expenditure in a quarter has reported it.
-- Grain: one row an organisation and calendar quarter with a partner's own entry, or with its first allocation.
-- Unit: number of months with entries. Parameters: $statement_day (last day that counts). Empty case: no partner, no row.
SELECT
    organisation_id,
    CAST(date_trunc('quarter', month_start) AS DATE) AS period_start,
    count(CASE WHEN measure IN ('confirmed', 'spent') THEN 1 END) AS reports,
    count(CASE WHEN measure IN ('allocated', 'disbursed', 'opening_balance') THEN 1 END) AS awards
FROM flow
WHERE organisation_id IS NOT NULL AND month_start <= $statement_day
GROUP BY organisation_id, CAST(date_trunc('quarter', month_start) AS DATE);
