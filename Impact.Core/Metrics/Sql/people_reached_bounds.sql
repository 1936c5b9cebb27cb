-- From how many to how many people all partners together planned for or reached. It runs on a release's own database, reads what is
-- published there and nothing else: people and indicators. Impact computes the same rows by plain loops before it signs them.
-- Grain: one row an indicator, measure and period, and one (period "to_date") over all periods reached. Unit: people.
-- Parameters: none. Empty case: no statement that is shown or withheld, no row; periods that are not combined: a row without bounds.
WITH told AS (
    SELECT
        people.*,
        indicators.uncertainty,
        indicators.withheld_below,
        indicators.agg_time,
        CASE WHEN indicators.agg_organisation = 'last' THEN 'bounds' ELSE indicators.agg_organisation END AS agg_organisation,
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
        agg_time,
        agg_organisation,
        CAST(sum(CASE WHEN value > uncertainty THEN value - uncertainty ELSE 0 END) AS BIGINT) AS lower,
        CAST(sum(CASE WHEN value IS NOT NULL THEN value + uncertainty WHEN withheld_below > 0 THEN withheld_below - 1 ELSE 0 END) AS BIGINT) AS upper
    FROM told
    WHERE split = 'total' OR (has_total = 0 AND split IN ('women', 'men', 'girls', 'boys', 'unknown'))
    GROUP BY organisation_id, indicator, measure, period, agg_time, agg_organisation
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
    WHERE measure = 'reached'
),
overlapping AS (
    SELECT indicator, max(shares_days) AS shares_days FROM in_order GROUP BY indicator
),
reached AS (
    SELECT
        stated.*,
        CASE WHEN stated.agg_time = 'sum' AND overlapping.shares_days = 1 THEN 'bounds' ELSE stated.agg_time END AS over_time,
        max(stated.period_end) OVER (PARTITION BY stated.organisation_id, stated.indicator) AS last_end
    FROM stated
    INNER JOIN overlapping ON overlapping.indicator = stated.indicator
    WHERE stated.measure = 'reached'
),
partner AS (
    SELECT indicator, measure, period, 'one_period' AS method, organisation_id, agg_organisation, period_start, period_end, lower, upper
    FROM stated
    WHERE measure IN ('planned', 'reached')
    UNION ALL
    SELECT
        indicator,
        'reached' AS measure,
        'to_date' AS period,
        CASE over_time
            WHEN 'sum' THEN 'periods_added'
            WHEN 'last' THEN 'last_period'
            WHEN 'max' THEN 'largest_period'
            WHEN 'bounds' THEN 'periods_bounded'
            ELSE 'not_combined'
        END AS method,
        organisation_id,
        agg_organisation,
        min(period_start) AS period_start,
        max(period_end) AS period_end,
        CASE over_time
            WHEN 'sum' THEN CAST(sum(lower) AS BIGINT)
            WHEN 'last' THEN max(CASE WHEN period_end = last_end THEN lower END)
            WHEN 'none' THEN NULL
            ELSE max(lower)
        END AS lower,
        CASE over_time
            WHEN 'last' THEN max(CASE WHEN period_end = last_end THEN upper END)
            WHEN 'max' THEN max(upper)
            WHEN 'none' THEN NULL
            ELSE CAST(sum(upper) AS BIGINT)
        END AS upper
    FROM reached
    GROUP BY indicator, over_time, organisation_id, agg_organisation
),
user_of AS (
    SELECT indicator, count(DISTINCT organisation_id) AS partners FROM stated GROUP BY indicator
)
SELECT
    partner.indicator,
    partner.measure,
    partner.period,
    min(partner.period_start) AS period_start,
    max(partner.period_end) AS period_end,
    partner.method,
    CASE
        WHEN partner.agg_organisation = 'none' OR partner.method = 'not_combined' THEN NULL
        WHEN partner.agg_organisation = 'sum' THEN CAST(sum(partner.lower) AS BIGINT)
        ELSE max(partner.lower)
    END AS lower,
    CASE
        WHEN partner.agg_organisation = 'none' OR partner.method = 'not_combined' THEN NULL
        WHEN partner.agg_organisation = 'max' THEN max(partner.upper)
        ELSE CAST(sum(partner.upper) AS BIGINT)
    END AS upper,
    count(*) AS partners_reporting,
    user_of.partners AS partners_total
FROM partner
INNER JOIN user_of ON user_of.indicator = partner.indicator
GROUP BY partner.indicator, partner.measure, partner.period, partner.method, partner.agg_organisation, user_of.partners;
