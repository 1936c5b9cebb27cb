-- When each partner certified its report of each closed quarter, and whether its own bookings of the quarter are there.
-- Grain: one row an organisation and closed quarter from the first in which it had the fund's money. Unit: days of the calendar.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts); reads money, by month of clearing. Empty case: no partner, no row.
-- A report is the first certified statement of people reached for exactly the quarter: a plan may be certified long before, and a
-- later restatement makes the first report no later. Nothing here is read from records of donors or households.
WITH RECURSIVE expected AS (
    SELECT organisation_id, CAST(date_trunc('quarter', min(booked_start)) AS DATE) AS period_start
    FROM money
    WHERE organisation_id IS NOT NULL
        AND booked_start <= $statement_day
        AND kind IN ('opening_balance', 'allocation', 'allocation_change', 'disbursement', 'return', 'receipt', 'expenditure')
    GROUP BY organisation_id
    UNION ALL
    SELECT organisation_id, CAST(period_start + INTERVAL '3 months' AS DATE) AS period_start
    FROM expected
    WHERE CAST(period_start + INTERVAL '3 months' AS DATE) <= $statement_day
),
booked AS (
    SELECT DISTINCT organisation_id, CAST(date_trunc('quarter', booked_start) AS DATE) AS period_start
    FROM money
    WHERE kind IN ('receipt', 'expenditure') AND booked_start <= $statement_day
),
certified AS (
    SELECT
        organisation_id,
        period,
        min(CASE WHEN measure = 'reached' AND reverses IS NULL THEN certified_on END) AS certified_on
    FROM statement
    WHERE batch_id <= $last_batch AND certified_on IS NOT NULL
    GROUP BY organisation_id, period
),
certifier AS (
    SELECT DISTINCT organisation_id FROM certified
)
SELECT
    expected.organisation_id,
    expected.period_start,
    certified.certified_on,
    CASE WHEN booked.organisation_id IS NULL THEN 0 ELSE 1 END AS books,
    CASE WHEN certifier.organisation_id IS NULL THEN 0 ELSE 1 END AS certifies
FROM expected
LEFT JOIN booked ON booked.organisation_id = expected.organisation_id AND booked.period_start = expected.period_start
LEFT JOIN certified
    ON certified.organisation_id = expected.organisation_id
    AND certified.period
        = CAST(CAST(extract(YEAR FROM expected.period_start) AS INTEGER) AS VARCHAR)
        || '-Q'
        || CAST(CAST(extract(QUARTER FROM expected.period_start) AS INTEGER) AS VARCHAR)
LEFT JOIN certifier ON certifier.organisation_id = expected.organisation_id
WHERE CAST(expected.period_start + INTERVAL '3 months' AS DATE) <= CAST($statement_day AS DATE) + 1;
