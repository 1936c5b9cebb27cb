-- Services that stand, by kind and quarter, and the households that had one. It stays in until noise protects it.
-- Grain: one row a kind of service and closed quarter. Unit: services, households.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts). Empty case: all taken back, no row.
WITH household_service AS (
    SELECT
        service,
        CAST(date_trunc('quarter', occurred_on) AS DATE) AS quarter_start,
        household,
        sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) AS services
    FROM service
    WHERE batch_id <= $last_batch AND occurred_on <= $statement_day
    GROUP BY service, CAST(date_trunc('quarter', occurred_on) AS DATE), household
)
SELECT service, quarter_start, CAST(sum(services) AS BIGINT) AS services, count(*) AS households
FROM household_service
WHERE services > 0
GROUP BY service, quarter_start;
