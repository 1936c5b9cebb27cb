-- When each household first had a service that stands, and of whom: of one organisation alone, or of all, as the fund counts.
-- Grain: one row a household's token and organisation; where a household is counted once for the whole fund, one row a household, with
-- the organisation that served it in its first month (of several the first by identifier). Unit: none.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts), $once_a_fund (whether a household is counted once for the
-- whole fund). Empty case: no service that stands, no row. A household's row depends on its own services alone.
-- Where nothing was taken back the first day is enough; only elsewhere is each month added up.
CREATE TEMPORARY TABLE first_help AS
WITH known AS MATERIALIZED (
    SELECT household, organisation_id, min(occurred_on) AS first_day, count(reverses) AS taken_back
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $cut_off
    GROUP BY household, organisation_id
),
standing AS (
    SELECT service.household, service.organisation_id, CAST(date_trunc('month', service.occurred_on) AS DATE) AS month_start
    FROM known
    INNER JOIN service ON service.household = known.household AND service.organisation_id = known.organisation_id
    WHERE known.taken_back > 0 AND service.batch_id <= $last_batch AND service.occurred_on <= $cut_off
    GROUP BY service.household, service.organisation_id, CAST(date_trunc('month', service.occurred_on) AS DATE)
    HAVING sum(CASE WHEN service.reverses IS NULL THEN 1 ELSE -1 END) > 0
),
by_organisation AS (
    SELECT household, organisation_id, CAST(date_trunc('month', first_day) AS DATE) AS month_start FROM known WHERE taken_back = 0
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
