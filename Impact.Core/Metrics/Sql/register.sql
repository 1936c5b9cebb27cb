-- The difference register: item by item what flows between organisations, and only as a sum what people gave and what is paid for them.
-- Grain: one row an item between organisations; else one row a match, flow, quarter, age band and state.
-- Unit: minor units of the base currency, the other side less the fund's; people, and minor units without sign, as the evidence.
-- Parameters: $last_batch (what was known), $statement_day (day of the ages); reads matching. Empty case: no difference, no row.
-- All items of no known giver count as one person. A gift has one giver, so the join adds no row.
WITH aged AS (
    SELECT
        match, flow, item, organisation_id, difference, amount_minor, lag_days, owner, explanation, note_en, note_es, state,
        CAST(date_trunc('quarter', first_day) AS DATE) AS quarter_start,
        CASE
            WHEN CAST($statement_day AS DATE) - first_day <= 30 THEN '0-30'
            WHEN CAST($statement_day AS DATE) - first_day <= 90 THEN '31-90'
            WHEN CAST($statement_day AS DATE) - first_day <= 180 THEN '91-180'
            ELSE 'over-180'
        END AS age_band
    FROM matching
),
giver AS (
    SELECT source_id, min(CAST(donor AS VARCHAR)) AS donor
    FROM entry
    WHERE kind = 'gift' AND batch_id <= $last_batch AND source_id IN (SELECT item FROM matching WHERE flow = 'gifts')
    GROUP BY source_id
),
of_person AS (
    SELECT
        aged.match, aged.flow, aged.quarter_start, aged.age_band, aged.state,
        coalesce(giver.donor, '') AS donor,
        sum(abs(aged.amount_minor)) AS absolute_minor
    FROM aged
    LEFT JOIN giver ON giver.source_id = aged.item AND aged.flow = 'gifts'
    WHERE aged.flow NOT IN ('disbursement', 'return', 'spending')
    GROUP BY aged.match, aged.flow, aged.quarter_start, aged.age_band, aged.state, coalesce(giver.donor, '')
),
ranked AS (
    SELECT
        match, flow, quarter_start, age_band, state, absolute_minor,
        row_number() OVER (PARTITION BY match, flow, quarter_start, age_band, state ORDER BY absolute_minor DESC) AS place
    FROM of_person
),
evidence AS (
    SELECT
        match, flow, quarter_start, age_band, state,
        count(*) AS people,
        sum(absolute_minor) AS absolute_minor,
        max(absolute_minor) AS largest_minor,
        coalesce(max(CASE WHEN place = 2 THEN absolute_minor END), 0) AS second_minor
    FROM ranked
    GROUP BY match, flow, quarter_start, age_band, state
),
total AS (
    SELECT
        match, flow, quarter_start, age_band, state,
        CASE WHEN min(difference) = max(difference) THEN min(difference) ELSE 'various' END AS difference,
        sum(amount_minor) AS amount_minor,
        CASE WHEN count(owner) = count(*) AND min(owner) = max(owner) THEN min(owner) END AS owner,
        CASE WHEN count(explanation) = count(*) AND min(explanation) = max(explanation) THEN min(explanation) END AS explanation
    FROM aged
    WHERE flow NOT IN ('disbursement', 'return', 'spending')
    GROUP BY match, flow, quarter_start, age_band, state
)
SELECT
    match, flow, item, organisation_id, quarter_start, age_band, difference, amount_minor, lag_days, owner, explanation, note_en, note_es,
    state, 0 AS people, 0 AS absolute_minor, 0 AS largest_minor, 0 AS second_minor
FROM aged
WHERE flow IN ('disbursement', 'return', 'spending')
UNION ALL
SELECT
    total.match, total.flow, NULL, NULL, total.quarter_start, total.age_band, total.difference, CAST(total.amount_minor AS BIGINT),
    NULL, total.owner, total.explanation, NULL, NULL, total.state,
    evidence.people,
    CAST(evidence.absolute_minor AS BIGINT), CAST(evidence.largest_minor AS BIGINT), CAST(evidence.second_minor AS BIGINT)
FROM total
INNER JOIN evidence
    ON evidence.match = total.match
    AND evidence.flow = total.flow
    AND evidence.quarter_start = total.quarter_start
    AND evidence.age_band = total.age_band
    AND evidence.state = total.state;
