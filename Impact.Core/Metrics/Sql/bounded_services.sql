-- At most three kinds of service a household over its life, each counted once, in the month it was first had. No policy publishes a table
-- of them yet: what is chosen is not kept. Before one does, it must be kept as enrolments are, or a service told late could push
-- out one that a release has counted.
-- Grain: one row a household's token, counted_by (as in first_help) and kind of service. Unit: none. Parameters: $last_batch (what was known),
-- $cut_off (last day that counts), $once_a_fund (whether a household is counted once for the whole fund), $most_kinds (kinds a household may
-- count in). Empty case: no service that stands, no row. The first kinds are taken; of kinds of one month the hash of token and kind decides,
-- which nobody without the token key can foretell and which depends on no other household. md5 is no protection here; every engine has it as text.
-- Only households with more kinds than they may count in are put in order; only of those that had something taken back is each month added up.
CREATE TEMPORARY TABLE bounded_service AS
WITH known AS (
    SELECT household, organisation_id, CASE WHEN $once_a_fund THEN '' ELSE organisation_id END AS counted_by, service, occurred_on, reverses
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $cut_off
),
other AS (
    SELECT DISTINCT household FROM known WHERE reverses IS NOT NULL
),
standing AS (
    SELECT known.household, known.counted_by, known.service, min(known.occurred_on) AS first_day
    FROM known
    INNER JOIN other ON other.household = known.household
    GROUP BY known.household, known.counted_by, known.organisation_id, known.service, date_trunc('month', known.occurred_on)
    HAVING sum(CASE WHEN known.reverses IS NULL THEN 1 ELSE -1 END) > 0
),
first_service AS (
    SELECT household, counted_by, service, CAST(date_trunc('month', min(occurred_on)) AS DATE) AS month_start
    FROM known
    WHERE NOT EXISTS (SELECT 1 FROM other WHERE other.household = known.household)
    GROUP BY household, counted_by, service
    UNION ALL
    SELECT household, counted_by, service, CAST(date_trunc('month', min(first_day)) AS DATE) AS month_start
    FROM standing
    GROUP BY household, counted_by, service
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
