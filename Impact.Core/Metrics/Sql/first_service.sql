-- When each household first had each kind of service that stands: of one organisation alone, or of all, as the fund counts.
-- Grain: one row a household's token, counted_by (as in first_help) and kind of service. Unit: none. Parameters: $last_batch (what was known),
-- $cut_off (last day that counts), $once_a_fund (whether a household is counted once for the whole fund). Empty case: no service that
-- stands, no row. A household's rows depend on its own services alone. Only where something was taken back is each month added up.
CREATE TEMPORARY TABLE first_service AS
WITH known AS MATERIALIZED (
    SELECT household, organisation_id, service, min(occurred_on) AS first_day, count(reverses) AS taken_back
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $cut_off
    GROUP BY household, organisation_id, service
),
standing AS (
    SELECT service.household, service.organisation_id, service.service, min(service.occurred_on) AS first_day
    FROM known
    INNER JOIN service
        ON service.household = known.household AND service.organisation_id = known.organisation_id AND service.service = known.service
    WHERE known.taken_back > 0 AND service.batch_id <= $last_batch AND service.occurred_on <= $cut_off
    GROUP BY service.household, service.organisation_id, service.service, date_trunc('month', service.occurred_on)
    HAVING sum(CASE WHEN service.reverses IS NULL THEN 1 ELSE -1 END) > 0
),
by_organisation AS (
    SELECT household, organisation_id, service, first_day FROM known WHERE taken_back = 0
    UNION ALL
    SELECT household, organisation_id, service, min(first_day) AS first_day FROM standing GROUP BY household, organisation_id, service
)
SELECT household, organisation_id AS counted_by, service, CAST(date_trunc('month', first_day) AS DATE) AS month_start
FROM by_organisation
WHERE NOT $once_a_fund
UNION ALL
SELECT household, '' AS counted_by, service, CAST(date_trunc('month', min(first_day)) AS DATE) AS month_start
FROM by_organisation
WHERE $once_a_fund
GROUP BY household, service;
