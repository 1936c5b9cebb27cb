-- Enrolments: the month in which a household of an organisation is first recorded, once, ever. It stays in until noise protects it.
-- Grain: one row an organisation and month of recording. Unit: households of the organisation.
-- Parameters: $last_batch (what was known), $cut_off (last day of recording that counts). Empty case: no service, no row.
-- A service that was taken back before the month of its recording ended never enrolled anybody; one taken back later still has.
WITH recorded AS (
    SELECT
        service.household,
        service.organisation_id,
        CAST(date_trunc('month', batch.received_at) AS DATE) AS month_start,
        sum(CASE WHEN service.reverses IS NULL THEN 1 ELSE -1 END) AS services
    FROM service
    INNER JOIN batch ON batch.batch_id = service.batch_id
    WHERE service.batch_id <= $last_batch AND CAST(batch.received_at AS DATE) <= $cut_off
    GROUP BY service.household, service.organisation_id, CAST(date_trunc('month', batch.received_at) AS DATE)
),
standing AS (
    SELECT
        household,
        organisation_id,
        month_start,
        sum(services) OVER (PARTITION BY household, organisation_id ORDER BY month_start) AS services
    FROM recorded
),
enrolment AS (
    SELECT household, organisation_id, min(month_start) AS month_start
    FROM standing
    WHERE services > 0
    GROUP BY household, organisation_id
)
SELECT organisation_id, month_start, count(*) AS enrolled FROM enrolment GROUP BY organisation_id, month_start;
