-- What each organisation spent, by category, in the quarter in which it is shown.
-- Grain: one row an organisation, calendar quarter from its first money on, and category; a quarter without spending is one row of 0.
-- Unit: minor units of the base currency. Parameters: $statement_day (last day that counts); reads money.
-- Empty case: no organisation with money, no row.
WITH RECURSIVE quarter AS (
    SELECT organisation_id, CAST(date_trunc('quarter', min(month_start)) AS DATE) AS period_start
    FROM money
    WHERE organisation_id IS NOT NULL
        AND month_start <= $statement_day
        AND kind IN ('opening_balance', 'disbursement', 'receipt', 'expenditure')
    GROUP BY organisation_id
    UNION ALL
    SELECT organisation_id, CAST(period_start + INTERVAL '3 months' AS DATE) AS period_start
    FROM quarter
    WHERE CAST(period_start + INTERVAL '3 months' AS DATE) <= $statement_day
),
spent AS (
    SELECT
        organisation_id,
        CAST(date_trunc('quarter', month_start) AS DATE) AS period_start,
        coalesce(category, 'unclassified') AS category,
        CAST(sum(amount_minor) AS BIGINT) AS amount_minor
    FROM money
    WHERE kind = 'expenditure' AND month_start <= $statement_day
    GROUP BY organisation_id, CAST(date_trunc('quarter', month_start) AS DATE), coalesce(category, 'unclassified')
)
SELECT quarter.organisation_id, quarter.period_start, spent.category, coalesce(spent.amount_minor, 0) AS amount_minor
FROM quarter
LEFT JOIN spent ON spent.organisation_id = quarter.organisation_id AND spent.period_start = quarter.period_start;
