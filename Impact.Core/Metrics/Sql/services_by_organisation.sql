-- Services that stand, by organisation and quarter, and the households that had one. It stays in until noise protects it.
-- Grain: one row an organisation and closed quarter. Unit: services, households of the organisation.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts). Empty case: all taken back, no row.
-- A service is taken back as the kind it was, so each kind of a household is added up before the household is counted.
WITH household_service AS (
    SELECT
        organisation_id,
        CAST(date_trunc('quarter', occurred_on) AS DATE) AS quarter_start,
        household,
        service,
        sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) AS services
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $statement_day
    GROUP BY organisation_id, CAST(date_trunc('quarter', occurred_on) AS DATE), household, service
)
SELECT organisation_id, quarter_start, CAST(sum(services) AS BIGINT) AS services, count(DISTINCT household) AS households
FROM household_service
WHERE services > 0
GROUP BY organisation_id, quarter_start;
