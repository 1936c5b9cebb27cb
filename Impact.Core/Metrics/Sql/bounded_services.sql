-- At most three kinds of service a household over its life, each counted once, in the month it was first had. No policy publishes a table
-- of them yet: what is chosen is not kept. Before one does, it must be kept as enrolments are, or a service told late could push
-- out one that a release has counted.
-- Grain: one row a household's token, counted_by (as in first_help) and kind of service. Unit: none. Parameters: $last_batch (what was known),
-- $cut_off (last day that counts), $once_a_fund (whether a household is counted once for the whole fund), $most_kinds (kinds a household may
-- count in). Empty case: no service that stands, no row. The first kinds are taken; of kinds of one month the hash of token and kind decides,
-- which nobody without the token key can foretell and which depends on no other household. md5 is no protection here; every engine has it as text.
CREATE TEMPORARY TABLE bounded_service AS
WITH standing AS (
    SELECT household, organisation_id, service, CAST(date_trunc('month', occurred_on) AS DATE) AS month_start
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $cut_off
    GROUP BY household, organisation_id, service, CAST(date_trunc('month', occurred_on) AS DATE)
    HAVING sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) > 0
),
counted AS (
    SELECT household, CASE WHEN $once_a_fund THEN '' ELSE organisation_id END AS counted_by, service, month_start FROM standing
),
first_service AS (
    SELECT household, counted_by, service, min(month_start) AS month_start FROM counted GROUP BY household, counted_by, service
),
ordered AS (
    SELECT
        household, counted_by, service, month_start,
        row_number() OVER (
            PARTITION BY household, counted_by
            ORDER BY month_start, md5(CAST(household AS VARCHAR) || '|' || service), service
        ) AS place
    FROM first_service
)
SELECT household, counted_by, service, month_start FROM ordered WHERE place <= $most_kinds;
