-- At most three kinds of service a household over its life, each counted once, in the month it was first had. No policy publishes a table
-- of them yet: what is chosen is not kept. Before one does, it must be kept as enrolments are, or a service told late could push
-- out one that a release has counted.
-- Grain: one row a household's token, counted_by (as in first_help) and kind of service. Unit: none. Parameters: $last_batch (what was known),
-- $cut_off (last day that counts), $once_a_fund (whether a household is counted once for the whole fund), $most_kinds (kinds a household may
-- count in). Empty case: no service that stands, no row. The first kinds are taken; of kinds of one month the hash of token and kind decides,
-- which nobody without the token key can foretell and which depends on no other household. md5 is no protection here; every engine has it as text.
-- Only households with more kinds than they may count in are put in order; only where something was taken back is each month added up.
CREATE TEMPORARY TABLE bounded_service AS
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
),
first_service AS MATERIALIZED (
    SELECT household, organisation_id AS counted_by, service, CAST(date_trunc('month', first_day) AS DATE) AS month_start
    FROM by_organisation
    WHERE NOT $once_a_fund
    UNION ALL
    SELECT household, '' AS counted_by, service, CAST(date_trunc('month', min(first_day)) AS DATE) AS month_start
    FROM by_organisation
    WHERE $once_a_fund
    GROUP BY household, service
),
many AS (
    SELECT household, counted_by FROM first_service GROUP BY household, counted_by HAVING count(*) > $most_kinds
),
ordered AS (
    SELECT
        first_service.household, first_service.counted_by, first_service.service, first_service.month_start,
        row_number() OVER (
            PARTITION BY first_service.household, first_service.counted_by
            ORDER BY
                first_service.month_start, md5(CAST(first_service.household AS VARCHAR) || '|' || first_service.service),
                first_service.service
        ) AS place
    FROM first_service
    INNER JOIN many ON many.household = first_service.household AND many.counted_by = first_service.counted_by
)
SELECT first_service.household, first_service.counted_by, first_service.service, first_service.month_start
FROM first_service
LEFT JOIN many ON many.household = first_service.household AND many.counted_by = first_service.counted_by
WHERE many.household IS NULL
UNION ALL
SELECT household, counted_by, service, month_start FROM ordered WHERE place <= $most_kinds;
