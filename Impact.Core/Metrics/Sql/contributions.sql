-- Gifts and pledges by giver and year: organisations and states by name, all people together as one line without a name.
-- Grain: one row a kind of giver, giver, calendar year and measure. Unit: minor units of the base currency.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts); reads money and inflow_later. Empty case: no gift and no
-- pledge, no row. A gift that came after its month was published counts in the year of the month that shows it.
-- What people gave is all gifts less those of organisations, so that the one pass over the ledger is not made twice.
WITH named AS (
    SELECT giver, measure, CAST(date_trunc('year', counted_on) AS DATE) AS period_start, CAST(sum(base_minor) AS BIGINT) AS amount_minor
    FROM (
        SELECT
            entry.giver,
            CASE WHEN entry.kind = 'gift' THEN 'received' ELSE 'pledged' END AS measure,
            CASE WHEN entry.kind = 'gift' THEN coalesce(inflow_later.shown_start, entry.cleared_on) ELSE entry.occurred_on END AS counted_on,
            entry.base_minor
        FROM entry
        LEFT JOIN inflow_later
            ON inflow_later.kind = entry.kind AND inflow_later.batch_id = entry.batch_id AND inflow_later.cleared_on = entry.cleared_on
        WHERE entry.giver_kind = 'organisation' AND entry.kind IN ('gift', 'pledge') AND entry.batch_id <= $last_batch
    ) AS told
    WHERE counted_on <= $statement_day
    GROUP BY giver, measure, CAST(date_trunc('year', counted_on) AS DATE)
),
everyone AS (
    SELECT 'received' AS measure, CAST(date_trunc('year', shown_start) AS DATE) AS period_start, amount_minor
    FROM money
    WHERE kind = 'gift' AND shown_start <= $statement_day
    UNION ALL
    SELECT 'pledged' AS measure, CAST(date_trunc('year', occurred_on) AS DATE) AS period_start, base_minor AS amount_minor
    FROM entry
    WHERE kind = 'pledge' AND batch_id <= $last_batch AND occurred_on <= $statement_day
),
people AS (
    SELECT measure, period_start, amount_minor FROM everyone
    UNION ALL
    SELECT measure, period_start, -amount_minor AS amount_minor FROM named
)
SELECT 'organisation' AS giver_kind, giver, measure, period_start, amount_minor FROM named
UNION ALL
SELECT 'individuals' AS giver_kind, '' AS giver, measure, period_start, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM people
GROUP BY measure, period_start
HAVING sum(amount_minor) <> 0;
