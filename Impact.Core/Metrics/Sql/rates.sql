-- Rates of the fund (organisation empty) and of each organisation, numerator and denominator kept, never averaged.
-- Grain: one row a rate and organisation. Unit: minor units of the base currency, both parts.
-- Parameters: $statement_day (last day that counts). Empty case: the fund's rates are there with 0 over 0.
-- The runway is balance over mean monthly outflow. So that nothing is divided here, the outflow stays the sum over the last closed
-- months, at most twelve and none before the books begin, and the balance is multiplied by their number.
WITH part (metric, scope, measure, side, factor) AS (
    VALUES
        ('allocation_rate', 'fund', 'allocated', 'numerator', 1),
        ('allocation_rate', 'fund', 'opening_balance', 'denominator', 1),
        ('allocation_rate', 'fund', 'received', 'denominator', 1),
        ('allocation_rate', 'fund', 'interest', 'denominator', 1),
        ('allocation_rate', 'fund', 'other_income', 'denominator', 1),
        ('allocation_rate', 'fund', 'refunded', 'denominator', -1),
        ('allocation_rate', 'fund', 'charged_back', 'denominator', -1),
        ('fund_utilisation_rate', 'fund', 'disbursed', 'numerator', 1),
        ('fund_utilisation_rate', 'fund', 'returned', 'numerator', -1),
        ('fund_utilisation_rate', 'fund', 'opening_balance', 'denominator', 1),
        ('fund_utilisation_rate', 'fund', 'received', 'denominator', 1),
        ('fund_utilisation_rate', 'fund', 'interest', 'denominator', 1),
        ('fund_utilisation_rate', 'fund', 'other_income', 'denominator', 1),
        ('fund_utilisation_rate', 'fund', 'refunded', 'denominator', -1),
        ('fund_utilisation_rate', 'fund', 'charged_back', 'denominator', -1),
        ('delivery_rate', 'partners', 'spent', 'numerator', 1),
        ('delivery_rate', 'partners', 'opening_balance', 'denominator', 1),
        ('delivery_rate', 'partners', 'disbursed', 'denominator', 1),
        ('delivery_rate', 'partners', 'returned', 'denominator', -1),
        ('disbursement_rate', 'partners', 'disbursed', 'numerator', 1),
        ('disbursement_rate', 'partners', 'returned', 'numerator', -1),
        ('disbursement_rate', 'partners', 'allocated', 'denominator', 1),
        ('programme_expense_ratio', 'partners', 'spent_programme', 'numerator', 1),
        ('programme_expense_ratio', 'partners', 'spent', 'denominator', 1),
        ('administrative_ratio', 'partners', 'spent_management', 'numerator', 1),
        ('administrative_ratio', 'partners', 'spent', 'denominator', 1),
        ('fundraising_ratio', 'partners', 'spent_fundraising', 'numerator', 1),
        ('fundraising_ratio', 'partners', 'spent', 'denominator', 1),
        ('fund_cost_ratio', 'fund', 'processor_fees', 'numerator', 1),
        ('fund_cost_ratio', 'fund', 'platform_fees', 'numerator', 1),
        ('fund_cost_ratio', 'fund', 'bank_charges', 'numerator', 1),
        ('fund_cost_ratio', 'fund', 'fund_costs', 'numerator', 1),
        ('fund_cost_ratio', 'fund', 'received', 'denominator', 1),
        ('runway_months', 'fund', 'opening_balance', 'numerator', 1),
        ('runway_months', 'fund', 'received', 'numerator', 1),
        ('runway_months', 'fund', 'interest', 'numerator', 1),
        ('runway_months', 'fund', 'other_income', 'numerator', 1),
        ('runway_months', 'fund', 'returned', 'numerator', 1),
        ('runway_months', 'fund', 'disbursed', 'numerator', -1),
        ('runway_months', 'fund', 'refunded', 'numerator', -1),
        ('runway_months', 'fund', 'charged_back', 'numerator', -1),
        ('runway_months', 'fund', 'processor_fees', 'numerator', -1),
        ('runway_months', 'fund', 'platform_fees', 'numerator', -1),
        ('runway_months', 'fund', 'bank_charges', 'numerator', -1),
        ('runway_months', 'fund', 'fund_costs', 'numerator', -1),
        ('runway_months', 'fund', 'disbursed', 'recent_denominator', 1),
        ('runway_months', 'fund', 'returned', 'recent_denominator', -1),
        ('runway_months', 'fund', 'processor_fees', 'recent_denominator', 1),
        ('runway_months', 'fund', 'platform_fees', 'recent_denominator', 1),
        ('runway_months', 'fund', 'bank_charges', 'recent_denominator', 1),
        ('runway_months', 'fund', 'fund_costs', 'recent_denominator', 1)
),
next_month AS (
    SELECT CAST(date_trunc('month', CAST($statement_day AS DATE) + 1) AS DATE) AS month_start
),
recent AS (
    SELECT
        month_start,
        least(
            12,
            12 * (CAST(extract(YEAR FROM next_start) AS INTEGER) - CAST(extract(YEAR FROM first_start) AS INTEGER))
            + CAST(extract(MONTH FROM next_start) AS INTEGER) - CAST(extract(MONTH FROM first_start) AS INTEGER)
        ) AS months
    FROM (
        SELECT
            CAST(next_month.month_start - INTERVAL '12 months' AS DATE) AS month_start,
            next_month.month_start AS next_start,
            coalesce((SELECT min(flow.month_start) FROM flow WHERE flow.month_start <= $statement_day), next_month.month_start) AS first_start
        FROM next_month
    ) AS bounds
),
total AS (
    SELECT
        flow.measure,
        flow.organisation_id,
        CAST(sum(flow.amount_minor) AS BIGINT) AS amount_minor,
        CAST(
            coalesce(
                sum(CASE WHEN flow.month_start >= recent.month_start AND flow.month_start < next_month.month_start THEN flow.amount_minor END),
                0
            ) AS BIGINT
        ) AS recent_minor
    FROM flow
    CROSS JOIN recent
    CROSS JOIN next_month
    WHERE flow.month_start <= $statement_day
    GROUP BY flow.measure, flow.organisation_id
),
holder AS (
    SELECT DISTINCT organisation_id FROM total WHERE organisation_id IS NOT NULL
),
of_fund AS (
    SELECT CAST(NULL AS VARCHAR) AS organisation_id, part.metric, part.side, part.factor, total.amount_minor, total.recent_minor
    FROM part
    LEFT JOIN total
        ON total.measure = part.measure
        AND (part.measure <> 'opening_balance' OR (part.scope = 'fund') = (total.organisation_id IS NULL))
),
of_organisation AS (
    SELECT holder.organisation_id, part.metric, part.side, part.factor, total.amount_minor, total.recent_minor
    FROM holder
    CROSS JOIN part
    LEFT JOIN total ON total.measure = part.measure AND total.organisation_id = holder.organisation_id
    WHERE part.scope = 'partners'
),
side AS (
    SELECT organisation_id, metric, side, factor, amount_minor, recent_minor FROM of_fund
    UNION ALL
    SELECT organisation_id, metric, side, factor, amount_minor, recent_minor FROM of_organisation
),
rate AS (
    SELECT
        organisation_id,
        metric,
        CAST(coalesce(sum(CASE WHEN side = 'numerator' THEN factor * amount_minor END), 0) AS BIGINT) AS numerator_minor,
        CAST(
            coalesce(
                sum(CASE side WHEN 'denominator' THEN factor * amount_minor WHEN 'recent_denominator' THEN factor * recent_minor END),
                0
            ) AS BIGINT
        ) AS denominator_minor
    FROM side
    GROUP BY organisation_id, metric
)
SELECT
    rate.organisation_id,
    rate.metric,
    CASE WHEN rate.metric = 'runway_months' THEN recent.months * rate.numerator_minor ELSE rate.numerator_minor END AS numerator_minor,
    rate.denominator_minor
FROM rate
CROSS JOIN recent;
