-- Whether enough people stand behind an inflow of individual givers: how many, the largest and the second largest.
-- Grain: one row. Unit: people; minor units of the base currency, per person over the whole period.
-- Parameters: $last_batch (what was known), $kind (gift, gift_refund or chargeback), $first_day, $last_day (both included);
-- reads inflow_later: what came late stands behind the month that shows it, and behind no other.
-- Empty case: one row of zeros. A refund or chargeback is its gift's giver's; all without a known gift count as one person.
-- A gift that was corrected has several rows of one identifier, so they are one row before the join. Nobody whose rows come
-- to nothing stands behind the figure.
WITH inflow AS (
    SELECT CAST(donor AS VARCHAR) AS donor, giver_kind, refers_to, base_minor
    FROM entry
    WHERE kind = $kind
        AND batch_id <= $last_batch
        AND cleared_on BETWEEN $first_day AND $last_day
        AND NOT EXISTS (
            SELECT 1
            FROM inflow_later
            WHERE inflow_later.kind = entry.kind AND inflow_later.batch_id = entry.batch_id AND inflow_later.cleared_on = entry.cleared_on
        )
    UNION ALL
    SELECT CAST(entry.donor AS VARCHAR) AS donor, entry.giver_kind, entry.refers_to, entry.base_minor
    FROM inflow_later
    INNER JOIN entry
        ON entry.kind = inflow_later.kind AND entry.batch_id = inflow_later.batch_id AND entry.cleared_on = inflow_later.cleared_on
    WHERE inflow_later.kind = $kind AND inflow_later.shown_start BETWEEN $first_day AND $last_day
),
gift AS (
    SELECT source_id, min(CAST(donor AS VARCHAR)) AS donor, min(giver_kind) AS giver_kind
    FROM entry
    WHERE kind = 'gift' AND batch_id <= $last_batch AND $kind <> 'gift' AND source_id IN (SELECT refers_to FROM inflow)
    GROUP BY source_id
),
of_person AS (
    SELECT coalesce(inflow.donor, gift.donor) AS donor, sum(inflow.base_minor) AS amount_minor
    FROM inflow
    LEFT JOIN gift ON gift.source_id = inflow.refers_to
    WHERE coalesce(inflow.giver_kind, gift.giver_kind, 'individual') = 'individual'
    GROUP BY coalesce(inflow.donor, gift.donor)
    HAVING sum(inflow.base_minor) <> 0
)
SELECT
    count(*) AS people,
    CAST(coalesce(sum(amount_minor), 0) AS BIGINT) AS amount_minor,
    CAST(coalesce(max(amount_minor), 0) AS BIGINT) AS largest_minor,
    CAST(coalesce((SELECT amount_minor FROM of_person ORDER BY amount_minor DESC LIMIT 1 OFFSET 1), 0) AS BIGINT) AS second_minor
FROM of_person;
