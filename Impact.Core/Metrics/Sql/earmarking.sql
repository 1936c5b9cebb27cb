-- Gifts by how closely their givers said what they are for (IATI EarmarkingCategory), and how many people stand behind each sum.
-- Grain: one row a kind of giver, quarter in which it is shown and category. Unit: minor units of the base currency; people.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts); reads designation_earmarking and inflow_later.
-- Empty case: no gift, no row. All people without a token count as one person; nobody whose gifts come to nothing stands behind a sum.
-- A designation that the fund file no longer knows is a theme.
-- The largest and the second largest are found without ordering every giver.
WITH giver AS (
    SELECT
        CASE WHEN entry.giver_kind = 'organisation' THEN 'organisation' ELSE 'individuals' END AS giver_kind,
        CAST(date_trunc('quarter', coalesce(inflow_later.shown_start, entry.cleared_on)) AS DATE) AS period_start,
        coalesce(designation_earmarking.earmarking, 'softly_earmarked') AS earmarking,
        entry.donor,
        CAST(sum(entry.base_minor) AS BIGINT) AS amount_minor
    FROM entry
    LEFT JOIN designation_earmarking ON designation_earmarking.designation = entry.designation
    LEFT JOIN inflow_later
        ON inflow_later.kind = entry.kind AND inflow_later.batch_id = entry.batch_id AND inflow_later.cleared_on = entry.cleared_on
    WHERE entry.kind = 'gift'
        AND entry.batch_id <= $last_batch
        AND entry.cleared_on <= $statement_day
        AND coalesce(inflow_later.shown_start, entry.cleared_on) <= $statement_day
    GROUP BY
        CASE WHEN entry.giver_kind = 'organisation' THEN 'organisation' ELSE 'individuals' END,
        CAST(date_trunc('quarter', coalesce(inflow_later.shown_start, entry.cleared_on)) AS DATE),
        coalesce(designation_earmarking.earmarking, 'softly_earmarked'),
        entry.donor
    HAVING sum(entry.base_minor) <> 0
),
largest AS (
    SELECT giver_kind, period_start, earmarking, max(amount_minor) AS largest_minor
    FROM giver
    GROUP BY giver_kind, period_start, earmarking
)
SELECT
    giver.giver_kind,
    giver.period_start,
    giver.earmarking,
    CAST(sum(giver.amount_minor) AS BIGINT) AS amount_minor,
    count(*) AS people,
    largest.largest_minor,
    CASE
        WHEN count(CASE WHEN giver.amount_minor = largest.largest_minor THEN 1 END) > 1 THEN largest.largest_minor
        ELSE coalesce(max(CASE WHEN giver.amount_minor < largest.largest_minor THEN giver.amount_minor END), 0)
    END AS second_minor
FROM giver
INNER JOIN largest
    ON largest.giver_kind = giver.giver_kind
    AND largest.period_start = giver.period_start
    AND largest.earmarking = giver.earmarking
GROUP BY giver.giver_kind, giver.period_start, giver.earmarking, largest.largest_minor;
