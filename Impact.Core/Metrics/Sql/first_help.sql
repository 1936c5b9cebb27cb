-- When each household first had a service that stands, and of whom: of one organisation alone, or of all, as the fund counts.
-- Grain: one row a household's token and organisation; where a household is counted once for the whole fund, one row a household, with
-- the organisation that served it in its first month (of several the first by identifier). Unit: none.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts), $once_a_fund (whether a household is counted once for the
-- whole fund). Empty case: no service that stands, no row. A household's row depends on its own services alone.
-- Where nothing of a household was taken back its first day is enough; only of the others each month is added up.
CREATE TEMPORARY TABLE first_help AS
WITH known AS (
    SELECT household, organisation_id, occurred_on, reverses
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $cut_off
),
other AS (
    SELECT DISTINCT household FROM known WHERE reverses IS NOT NULL
),
standing AS (
    SELECT known.household, known.organisation_id, CAST(date_trunc('month', known.occurred_on) AS DATE) AS month_start
    FROM known
    INNER JOIN other ON other.household = known.household
    GROUP BY known.household, known.organisation_id, CAST(date_trunc('month', known.occurred_on) AS DATE)
    HAVING sum(CASE WHEN known.reverses IS NULL THEN 1 ELSE -1 END) > 0
),
by_organisation AS (
    SELECT household, organisation_id, CAST(date_trunc('month', min(occurred_on)) AS DATE) AS month_start
    FROM known
    WHERE NOT EXISTS (SELECT 1 FROM other WHERE other.household = known.household)
    GROUP BY household, organisation_id
    UNION ALL
    SELECT household, organisation_id, min(month_start) AS month_start FROM standing GROUP BY household, organisation_id
),
first_month AS (
    SELECT household, min(month_start) AS month_start FROM by_organisation WHERE $once_a_fund GROUP BY household
)
SELECT household, organisation_id AS counted_by, month_start, organisation_id FROM by_organisation WHERE NOT $once_a_fund
UNION ALL
SELECT first_month.household, '' AS counted_by, first_month.month_start, min(by_organisation.organisation_id) AS organisation_id
FROM first_month
INNER JOIN by_organisation
    ON by_organisation.household = first_month.household AND by_organisation.month_start = first_month.month_start
GROUP BY first_month.household, first_month.month_start;
