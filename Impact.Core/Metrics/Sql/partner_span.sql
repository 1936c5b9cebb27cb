-- Below the fund: what each partner did with each payment, from published totals only. Each closed (organisation, quarter, measure)
-- total is one outflow in the order of the code list; payments are used first in, first out.
-- Grain: one row a payment and use, from where to where of the payment; "held" is what is not used. Unit: minor units of the base currency.
-- Parameters: $statement_day (last day that counts); reads flow, lot_out and lot_net. Empty case: no payment, no row.
-- A total below 0 (a correction of earlier quarters) is money that came back to the partner, used last.
CREATE TEMPORARY TABLE partner_span AS
WITH part (measure, shown, place, factor) AS (
    VALUES
        ('returned', 'returned', 1, 1),
        ('spent_programme', 'spent_programme', 2, 1),
        ('spent_management', 'spent_management', 3, 1),
        ('spent_fundraising', 'spent_fundraising', 4, 1),
        ('spent', 'spent', 5, 1),
        ('spent_programme', 'spent', 5, -1),
        ('spent_management', 'spent', 5, -1),
        ('spent_fundraising', 'spent', 5, -1)
),
total AS (
    SELECT organisation_id, period_start, place, shown, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
    FROM (
        SELECT
            coalesce(flow.organisation_id, '') AS organisation_id,
            CAST(date_trunc('quarter', flow.month_start) AS DATE) AS period_start,
            part.place,
            part.shown,
            part.factor * flow.amount_minor AS amount_minor
        FROM flow
        INNER JOIN part ON part.measure = flow.measure
        WHERE flow.month_start <= $statement_day
        UNION ALL
        SELECT coalesce(organisation_id, ''), CAST(date_trunc('quarter', cleared_on) AS DATE), 1, 'returned', -amount_minor
        FROM lot_net
        WHERE kind = 'disbursement' AND amount_minor < 0 AND cleared_on <= $statement_day
    ) AS moved
    GROUP BY organisation_id, period_start, place, shown
),
used AS (
    SELECT
        organisation_id,
        period_start,
        shown,
        CAST(sum(amount_minor) OVER (PARTITION BY organisation_id ORDER BY period_start, place) AS BIGINT) - amount_minor AS lo,
        CAST(sum(amount_minor) OVER (PARTITION BY organisation_id ORDER BY period_start, place) AS BIGINT) AS hi
    FROM total
    WHERE amount_minor > 0
),
arrived AS (
    SELECT coalesce(organisation_id, '') AS organisation_id, 1 AS turn, number AS outflow, amount_minor
    FROM lot_out
    WHERE kind = 'disbursement' AND cleared_on <= $statement_day
    UNION ALL
    SELECT organisation_id, 0, 0, CAST(sum(amount_minor) AS BIGINT)
    FROM flow
    WHERE measure = 'opening_balance' AND organisation_id IS NOT NULL AND month_start <= $statement_day
    GROUP BY organisation_id
    HAVING sum(amount_minor) > 0
),
held AS (
    SELECT
        organisation_id,
        outflow,
        CAST(sum(amount_minor) OVER (PARTITION BY organisation_id ORDER BY turn, outflow) AS BIGINT) - amount_minor AS lo,
        CAST(sum(amount_minor) OVER (PARTITION BY organisation_id ORDER BY turn, outflow) AS BIGINT) AS hi
    FROM arrived
)
SELECT
    held.outflow,
    held.organisation_id,
    used.period_start,
    used.shown AS measure,
    greatest(held.lo, used.lo) - held.lo AS lo,
    least(held.hi, used.hi) - held.lo AS hi
FROM held
INNER JOIN used ON used.organisation_id = held.organisation_id AND used.lo < held.hi AND used.hi > held.lo
WHERE held.outflow > 0
UNION ALL
SELECT
    held.outflow,
    held.organisation_id,
    CAST(NULL AS DATE) AS period_start,
    'held' AS measure,
    greatest(held.lo, coalesce(spent.hi, 0)) - held.lo AS lo,
    held.hi - held.lo AS hi
FROM held
LEFT JOIN (SELECT organisation_id, max(hi) AS hi FROM used GROUP BY organisation_id) AS spent ON spent.organisation_id = held.organisation_id
WHERE held.outflow > 0 AND held.hi > coalesce(spent.hi, 0);
