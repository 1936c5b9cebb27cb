-- Which partners have reported which quarter: a partner that books a receipt or an expenditure in a quarter has reported it.
-- Grain: one row an organisation and calendar quarter with a partner's own entry, or with its first allocation.
-- Unit: number of sums. Parameters: $statement_day (last day that counts); reads money. Empty case: no partner, no row.
-- The quarter is the one of clearing, also where the amount is shown later: when somebody reported tells nothing of an amount.
SELECT
    organisation_id,
    CAST(date_trunc('quarter', booked_start) AS DATE) AS period_start,
    count(CASE WHEN kind IN ('receipt', 'expenditure') THEN 1 END) AS reports,
    count(CASE WHEN kind IN ('allocation', 'allocation_change', 'disbursement', 'opening_balance') THEN 1 END) AS awards
FROM money
WHERE organisation_id IS NOT NULL AND kind <> 'pledge' AND booked_start <= $statement_day
GROUP BY organisation_id, CAST(date_trunc('quarter', booked_start) AS DATE);
