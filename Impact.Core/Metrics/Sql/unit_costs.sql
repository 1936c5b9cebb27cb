-- An organisation's whole cost over what it recorded, to date. It runs on a release's own database and reads people, indicators and
-- organisation_totals. The cost is everything the organisation spent of this fund's money and is not split among its indicators.
-- Grain: one row an organisation and indicator with anything reached. Unit: minor units of the base currency; people or services.
-- Parameters: none. Empty case: nothing reached, no row; no cost told or no unit: no unit cost.
-- A quotient of whole numbers is taken of what the divisor measures out, so that it is whole on every engine.
WITH told AS (
    SELECT
        people.*,
        indicators.uncertainty,
        indicators.withheld_below,
        indicators.agg_time,
        indicators.level,
        max(CASE WHEN people.split = 'total' THEN 1 ELSE 0 END) OVER (
            PARTITION BY people.organisation_id, people.indicator, people.period
        ) AS has_total
    FROM people
    INNER JOIN indicators ON indicators.indicator = people.indicator
    WHERE people.measure = 'reached' AND (people.status = 'c' OR people.value IS NOT NULL)
),
stated AS (
    SELECT
        organisation_id,
        indicator,
        level,
        agg_time,
        period,
        min(period_start) AS period_start,
        max(period_end) AS period_end,
        CASE WHEN count(*) = count(value) THEN CAST(sum(value) AS BIGINT) END AS stated,
        CAST(sum(CASE WHEN value > uncertainty THEN value - uncertainty ELSE 0 END) AS BIGINT) AS lower,
        CAST(sum(CASE WHEN value IS NOT NULL THEN value + uncertainty WHEN withheld_below > 0 THEN withheld_below - 1 ELSE 0 END) AS BIGINT) AS upper
    FROM told
    WHERE split = 'total' OR (has_total = 0 AND split IN ('women', 'men', 'girls', 'boys', 'unknown'))
    GROUP BY organisation_id, indicator, level, agg_time, period
),
in_order AS (
    SELECT
        indicator,
        CASE
            WHEN period_start <= max(period_end) OVER (
                PARTITION BY organisation_id, indicator
                ORDER BY period_start, period_end, period ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) THEN 1
            ELSE 0
        END AS shares_days
    FROM stated
),
overlapping AS (
    SELECT indicator, max(shares_days) AS shares_days FROM in_order GROUP BY indicator
),
counted AS (
    SELECT
        stated.*,
        CASE WHEN stated.agg_time = 'sum' AND overlapping.shares_days = 1 THEN 'bounds' ELSE stated.agg_time END AS over_time,
        max(stated.period_end) OVER (PARTITION BY stated.organisation_id, stated.indicator) AS last_end
    FROM stated
    INNER JOIN overlapping ON overlapping.indicator = stated.indicator
),
unit AS (
    SELECT
        organisation_id,
        indicator,
        level,
        CASE
            WHEN over_time = 'none' THEN NULL
            WHEN over_time = 'bounds' AND count(*) > 1 THEN NULL
            WHEN over_time = 'last' AND count(CASE WHEN period_end = last_end AND stated IS NULL THEN 1 END) = 0
                THEN max(CASE WHEN period_end = last_end THEN stated END)
            WHEN over_time <> 'last' AND count(*) = count(stated)
                THEN CASE WHEN over_time = 'sum' THEN CAST(sum(stated) AS BIGINT) ELSE max(stated) END
        END AS units,
        CASE over_time
            WHEN 'sum' THEN CAST(sum(lower) AS BIGINT)
            WHEN 'last' THEN max(CASE WHEN period_end = last_end THEN lower END)
            WHEN 'none' THEN NULL
            ELSE max(lower)
        END AS units_lower,
        CASE over_time
            WHEN 'last' THEN max(CASE WHEN period_end = last_end THEN upper END)
            WHEN 'max' THEN max(upper)
            WHEN 'none' THEN NULL
            ELSE CAST(sum(upper) AS BIGINT)
        END AS units_upper
    FROM counted
    GROUP BY organisation_id, indicator, level, over_time
),
costed AS (
    SELECT
        unit.*,
        count(*) OVER (PARTITION BY unit.organisation_id) AS indicators_sharing,
        spent.amount_minor AS cost_minor,
        CASE
            WHEN spent.amount_minor IS NULL THEN 'x'
            WHEN spent.amount_minor < 0 OR unit.units_upper IS NULL OR unit.units_upper = 0 OR unit.units = 0 THEN 'z'
            WHEN unit.units IS NULL THEN 'e'
            ELSE 'ok'
        END AS status
    FROM unit
    LEFT JOIN organisation_totals AS spent ON spent.organisation_id = unit.organisation_id AND spent.measure = 'spent'
    WHERE EXISTS (SELECT 1 FROM organisation_totals)
)
SELECT
    organisation_id,
    indicator,
    level,
    indicators_sharing,
    cost_minor,
    units,
    units_lower,
    units_upper,
    CASE
        WHEN status IN ('ok', 'e') AND units > 0 THEN
            CAST((cost_minor - cost_minor % units) / units AS BIGINT)
            + CASE
                WHEN 2 * (cost_minor % units) > units THEN 1
                WHEN 2 * (cost_minor % units) = units THEN CAST((cost_minor - cost_minor % units) / units AS BIGINT) % 2
                ELSE 0
            END
    END AS unit_cost_minor,
    CASE
        WHEN status IN ('ok', 'e') AND units_upper > 0 THEN CAST((cost_minor - cost_minor % units_upper) / units_upper AS BIGINT)
    END AS unit_cost_lower_minor,
    CASE
        WHEN status IN ('ok', 'e') AND units_lower > 0 THEN
            CAST((cost_minor - cost_minor % units_lower) / units_lower AS BIGINT)
            + CASE WHEN cost_minor % units_lower > 0 THEN 1 ELSE 0 END
    END AS unit_cost_upper_minor,
    status
FROM costed;
