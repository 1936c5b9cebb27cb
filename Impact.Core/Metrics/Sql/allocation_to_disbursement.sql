-- How long allocated money waits until it is sent, each cent weighing the same: the table of a Kaplan-Meier estimate.
-- Grain: one row a number of days after which something was sent, or at which something unsent is as old. Unit: days; minor units.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts). Empty case: no allocation, no row.
-- What was later taken off an allocation or returned counts as never allocated or sent: of a running total only what no later day
-- falls below is kept. Each organisation's oldest allocated cents are sent first; money sent before its allocation waited 0 days.
WITH daily AS (
    SELECT
        organisation_id,
        CASE WHEN kind IN ('allocation', 'allocation_change') THEN 'allocated' ELSE 'sent' END AS side,
        cleared_on,
        CAST(sum(CASE WHEN kind = 'return' THEN -base_minor ELSE base_minor END) AS BIGINT) AS amount_minor
    FROM entry
    WHERE kind IN ('allocation', 'allocation_change', 'disbursement', 'return')
        AND organisation_id IS NOT NULL
        AND batch_id <= $last_batch
        AND cleared_on <= $statement_day
    GROUP BY organisation_id, CASE WHEN kind IN ('allocation', 'allocation_change') THEN 'allocated' ELSE 'sent' END, cleared_on
),
running AS (
    SELECT
        organisation_id,
        side,
        cleared_on,
        CAST(sum(amount_minor) OVER (PARTITION BY organisation_id, side ORDER BY cleared_on) AS BIGINT) AS total_minor
    FROM daily
),
kept AS (
    SELECT
        organisation_id,
        side,
        cleared_on,
        greatest(
            0,
            min(total_minor) OVER (
                PARTITION BY organisation_id, side
                ORDER BY cleared_on
                ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
            )
        ) AS upper_minor
    FROM running
),
layer AS (
    SELECT
        organisation_id,
        side,
        cleared_on,
        coalesce(lag(upper_minor) OVER (PARTITION BY organisation_id, side ORDER BY cleared_on), 0) AS lower_minor,
        upper_minor
    FROM kept
),
sent_total AS (
    SELECT organisation_id, max(upper_minor) AS sent_minor FROM layer WHERE side = 'sent' GROUP BY organisation_id
),
lived AS (
    SELECT
        greatest(0, sent.cleared_on - allocated.cleared_on) AS days,
        least(allocated.upper_minor, sent.upper_minor) - greatest(allocated.lower_minor, sent.lower_minor) AS disbursed_minor,
        0 AS censored_minor
    FROM layer AS allocated
    INNER JOIN layer AS sent
        ON sent.organisation_id = allocated.organisation_id
        AND sent.side = 'sent'
        AND sent.lower_minor < allocated.upper_minor
        AND sent.upper_minor > allocated.lower_minor
    WHERE allocated.side = 'allocated' AND sent.lower_minor < sent.upper_minor AND allocated.lower_minor < allocated.upper_minor
    UNION ALL
    SELECT
        CAST($statement_day AS DATE) - allocated.cleared_on AS days,
        0 AS disbursed_minor,
        allocated.upper_minor - greatest(allocated.lower_minor, coalesce(sent_total.sent_minor, 0)) AS censored_minor
    FROM layer AS allocated
    LEFT JOIN sent_total ON sent_total.organisation_id = allocated.organisation_id
    WHERE allocated.side = 'allocated' AND allocated.upper_minor > greatest(allocated.lower_minor, coalesce(sent_total.sent_minor, 0))
),
step AS (
    SELECT
        days,
        CAST(sum(disbursed_minor) AS BIGINT) AS disbursed_minor,
        CAST(sum(censored_minor) AS BIGINT) AS censored_minor
    FROM lived
    GROUP BY days
)
SELECT
    days,
    CAST(sum(disbursed_minor + censored_minor) OVER (ORDER BY days DESC) AS BIGINT) AS at_risk_minor,
    disbursed_minor,
    censored_minor
FROM step
ORDER BY days;
