-- Gifts and pledges by giver and year: organisations and states by name, all people together as one line without a name.
-- Grain: one row a kind of giver, giver, calendar year and measure. Unit: minor units of the base currency.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts). Empty case: no gift and no pledge, no row.
-- What people gave is all gifts less those of organisations, so that the one pass over the ledger is not made twice.
WITH named AS (
    SELECT
        giver,
        CASE WHEN kind = 'gift' THEN 'received' ELSE 'pledged' END AS measure,
        CAST(date_trunc('year', CASE WHEN kind = 'gift' THEN cleared_on ELSE occurred_on END) AS DATE) AS period_start,
        CAST(sum(base_minor) AS BIGINT) AS amount_minor
    FROM entry
    WHERE giver_kind = 'organisation'
        AND batch_id <= $last_batch
        AND ((kind = 'gift' AND cleared_on <= $statement_day) OR (kind = 'pledge' AND occurred_on <= $statement_day))
    GROUP BY
        giver,
        CASE WHEN kind = 'gift' THEN 'received' ELSE 'pledged' END,
        CAST(date_trunc('year', CASE WHEN kind = 'gift' THEN cleared_on ELSE occurred_on END) AS DATE)
),
everyone AS (
    SELECT 'received' AS measure, CAST(date_trunc('year', month_start) AS DATE) AS period_start, amount_minor
    FROM money
    WHERE kind = 'gift' AND month_start <= $statement_day
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
