-- When each household first had a service that stands, and of whom: of one organisation alone, or of all, as the fund counts.
-- Grain: one row a household's token and organisation; where a household is counted once for the whole fund, one row a household, with
-- the organisation that served it in its first month (of several the first by identifier). Unit: none.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts), $once_a_fund (whether a household is counted once for the
-- whole fund). Empty case: no service that stands, no row. A household's row depends on its own services alone.
CREATE TEMPORARY TABLE first_help AS
WITH standing AS (
    SELECT household, organisation_id, CAST(date_trunc('month', occurred_on) AS DATE) AS month_start
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $cut_off
    GROUP BY household, organisation_id, CAST(date_trunc('month', occurred_on) AS DATE)
    HAVING sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) > 0
),
counted AS (
    SELECT household, CASE WHEN $once_a_fund THEN '' ELSE organisation_id END AS counted_by, organisation_id, month_start
    FROM standing
),
first_month AS (
    SELECT household, counted_by, min(month_start) AS month_start FROM counted GROUP BY household, counted_by
)
SELECT first_month.household, first_month.counted_by, first_month.month_start, min(counted.organisation_id) AS organisation_id
FROM first_month
INNER JOIN counted
    ON counted.household = first_month.household
    AND counted.counted_by = first_month.counted_by
    AND counted.month_start = first_month.month_start
GROUP BY first_month.household, first_month.counted_by, first_month.month_start;
