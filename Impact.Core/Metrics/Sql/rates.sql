-- Rates of the fund (organisation empty) and of each organisation, numerator and denominator kept, never averaged.
-- Grain: one row a rate and organisation. Unit: minor units of the base currency, both parts.
-- Parameters: $statement_day (last day that counts). Empty case: the fund's rates are there with 0 over 0.
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
        ('disbursement_rate', 'partners', 'allocated', 'denominator', 1)
),
total AS (
    SELECT measure, organisation_id, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
    FROM flow
    WHERE month_start <= $statement_day
    GROUP BY measure, organisation_id
),
holder AS (
    SELECT DISTINCT organisation_id FROM total WHERE organisation_id IS NOT NULL
),
of_fund AS (
    SELECT part.metric, part.side, part.factor, total.amount_minor
    FROM part
    LEFT JOIN total
        ON total.measure = part.measure
        AND (part.measure <> 'opening_balance' OR (part.scope = 'fund') = (total.organisation_id IS NULL))
),
of_organisation AS (
    SELECT holder.organisation_id, part.metric, part.side, part.factor, total.amount_minor
    FROM holder
    CROSS JOIN part
    LEFT JOIN total ON total.measure = part.measure AND total.organisation_id = holder.organisation_id
    WHERE part.scope = 'partners'
),
side AS (
    SELECT CAST(NULL AS VARCHAR) AS organisation_id, metric, side, factor, amount_minor FROM of_fund
    UNION ALL
    SELECT organisation_id, metric, side, factor, amount_minor FROM of_organisation
)
SELECT
    organisation_id,
    metric,
    CAST(coalesce(sum(CASE WHEN side = 'numerator' THEN factor * amount_minor END), 0) AS BIGINT) AS numerator_minor,
    CAST(coalesce(sum(CASE WHEN side = 'denominator' THEN factor * amount_minor END), 0) AS BIGINT) AS denominator_minor
FROM side
GROUP BY organisation_id, metric;
