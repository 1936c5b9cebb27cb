-- Gifts by how closely their givers said what they are for (IATI EarmarkingCategory), and how many people stand behind each sum.
-- Grain: one row a kind of giver, quarter in which it is shown and category. Unit: minor units of the base currency; people.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts); reads designation_earmarking and inflow_later.
-- Empty case: no gift, no row. All people without a token count as one person; nobody whose gifts come to nothing stands behind a sum.
-- A designation that the fund file no longer knows is a theme.
-- The largest and the second largest are found without ordering every giver; every giver is added up under numbers, IATI's own for the
-- category, since words as keys cost twice the time.
WITH giver AS (
    SELECT
        CASE WHEN entry.giver_kind = 'organisation' THEN 1 ELSE 0 END AS is_organisation,
        CAST(date_trunc('quarter', coalesce(inflow_later.shown_start, entry.cleared_on)) AS DATE) AS period_start,
        coalesce(category.iati, 2) AS iati,
        entry.donor,
        CAST(sum(entry.base_minor) AS BIGINT) AS amount_minor
    FROM entry
    LEFT JOIN (
        SELECT
            designation,
            CASE earmarking WHEN 'unearmarked' THEN 1 WHEN 'softly_earmarked' THEN 2 WHEN 'earmarked' THEN 3 ELSE 4 END AS iati
        FROM designation_earmarking
    ) AS category ON category.designation = entry.designation
    LEFT JOIN inflow_later
        ON inflow_later.kind = entry.kind AND inflow_later.batch_id = entry.batch_id AND inflow_later.cleared_on = entry.cleared_on
    WHERE entry.kind = 'gift'
        AND entry.batch_id <= $last_batch
        AND entry.cleared_on <= $statement_day
        AND coalesce(inflow_later.shown_start, entry.cleared_on) <= $statement_day
    GROUP BY
        CASE WHEN entry.giver_kind = 'organisation' THEN 1 ELSE 0 END,
        CAST(date_trunc('quarter', coalesce(inflow_later.shown_start, entry.cleared_on)) AS DATE),
        coalesce(category.iati, 2),
        entry.donor
    HAVING sum(entry.base_minor) <> 0
),
largest AS (
    SELECT is_organisation, period_start, iati, max(amount_minor) AS largest_minor
    FROM giver
    GROUP BY is_organisation, period_start, iati
)
SELECT
    CASE WHEN giver.is_organisation = 1 THEN 'organisation' ELSE 'individuals' END AS giver_kind,
    giver.period_start,
    CASE giver.iati
        WHEN 1 THEN 'unearmarked' WHEN 2 THEN 'softly_earmarked' WHEN 3 THEN 'earmarked' ELSE 'tightly_earmarked'
    END AS earmarking,
    CAST(sum(giver.amount_minor) AS BIGINT) AS amount_minor,
    count(*) AS people,
    largest.largest_minor,
    CASE
        WHEN count(CASE WHEN giver.amount_minor = largest.largest_minor THEN 1 END) > 1 THEN largest.largest_minor
        ELSE coalesce(max(CASE WHEN giver.amount_minor < largest.largest_minor THEN giver.amount_minor END), 0)
    END AS second_minor
FROM giver
INNER JOIN largest
    ON largest.is_organisation = giver.is_organisation
    AND largest.period_start = giver.period_start
    AND largest.iati = giver.iati
GROUP BY giver.is_organisation, giver.period_start, giver.iati, largest.largest_minor;
