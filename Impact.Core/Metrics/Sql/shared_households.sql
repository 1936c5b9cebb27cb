-- Households by the number of organisations that served them. It stays in until noise protects it.
-- Grain: one row a number of organisations. Unit: households. Parameters: $last_batch (what was known), $statement_day (last day that
-- counts). Empty case: no service that stands, no row. Where each organisation numbers its own households, everybody has one.
WITH of_organisation AS (
    SELECT household, organisation_id
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $statement_day
    GROUP BY household, organisation_id
    HAVING sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) > 0
),
of_household AS (
    SELECT household, count(*) AS organisations FROM of_organisation GROUP BY household
)
SELECT organisations, count(*) AS households FROM of_household GROUP BY organisations;
