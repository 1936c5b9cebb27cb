-- Reached against planned, of one partner in one period. It runs on a release's own database and reads its table people alone.
-- Grain: one row an organisation, indicator and period with a plan or a result. Unit: people; ratio without unit, not rounded.
-- Parameters: none. Empty case: no statement, no row; a part withheld: no figure; nothing planned or one part missing: no ratio.
WITH told AS (
    SELECT
        people.*,
        max(CASE WHEN people.split = 'total' THEN 1 ELSE 0 END) OVER (
            PARTITION BY people.organisation_id, people.indicator, people.measure, people.period
        ) AS has_total
    FROM people
    INNER JOIN indicators ON indicators.indicator = people.indicator
    WHERE people.status = 'c' OR people.value IS NOT NULL
),
stated AS (
    SELECT
        organisation_id,
        indicator,
        measure,
        period,
        min(period_start) AS period_start,
        max(period_end) AS period_end,
        CASE WHEN count(*) = count(value) THEN CAST(sum(value) AS BIGINT) END AS people
    FROM told
    WHERE split = 'total' OR (has_total = 0 AND split IN ('women', 'men', 'girls', 'boys', 'unknown'))
    GROUP BY organisation_id, indicator, measure, period
),
beginning AS (
    SELECT
        organisation_id,
        indicator,
        people,
        row_number() OVER (PARTITION BY organisation_id, indicator ORDER BY period_start, period_end) AS place
    FROM stated
    WHERE measure = 'baseline'
),
pair AS (
    SELECT
        organisation_id,
        indicator,
        period,
        max(CASE WHEN measure = 'planned' THEN people END) AS planned,
        max(CASE WHEN measure = 'reached' THEN people END) AS reached,
        max(CASE WHEN people IS NULL THEN 1 ELSE 0 END) AS withheld
    FROM stated
    WHERE measure IN ('planned', 'reached')
    GROUP BY organisation_id, indicator, period
)
SELECT
    pair.organisation_id,
    pair.indicator,
    pair.period,
    CASE WHEN pair.withheld = 0 THEN beginning.people END AS baseline,
    CASE WHEN pair.withheld = 0 THEN pair.planned END AS planned,
    CASE WHEN pair.withheld = 0 THEN pair.reached END AS reached,
    CASE WHEN pair.withheld = 0 THEN pair.reached - beginning.people END AS change,
    CASE
        WHEN pair.withheld = 1 THEN 'c'
        WHEN pair.planned IS NULL OR pair.reached IS NULL THEN 'x'
        WHEN pair.planned = 0 THEN 'z'
        ELSE 'ok'
    END AS status
FROM pair
LEFT JOIN beginning ON beginning.organisation_id = pair.organisation_id AND beginning.indicator = pair.indicator AND beginning.place = 1;
