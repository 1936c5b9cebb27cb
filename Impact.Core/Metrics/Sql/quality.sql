-- The named checks of the data: in how many cases each holds, of how many to which it applies.
-- Grain: one row a check. Unit: cases as each check says; told is 1 where the sources tell what it needs.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts); reads money and flow. Empty case: 0 of 0 everywhere.
-- What partners booked counts in its month of clearing, also where the amount is shown later.
-- No case is a record of a donor, a household or a payment to one: expenditure is looked at by organisation and quarter, because one
-- expenditure may be one family's, and a sheet is only asked whether all of it was taken in.
WITH RECURSIVE last_quarter AS (
    SELECT CAST(date_trunc('quarter', CAST($statement_day AS DATE) + 1) - INTERVAL '3 months' AS DATE) AS period_start
),
teller AS (
    SELECT
        coalesce(max(CASE WHEN position(' expenditure ' IN ' ' || tells || ' ') > 0 THEN 1 END), 0) AS expenditure,
        coalesce(max(CASE WHEN position(' receipt ' IN ' ' || tells || ' ') > 0 THEN 1 END), 0) AS receipt,
        coalesce(max(CASE WHEN position(' disbursement ' IN ' ' || tells || ' ') > 0 THEN 1 END), 0) AS disbursement,
        coalesce(max(CASE WHEN position(' statement ' IN ' ' || tells || ' ') > 0 THEN 1 END), 0) AS statement,
        coalesce(max(CASE WHEN position(' balance ' IN ' ' || tells || ' ') > 0 THEN 1 END), 0) AS balance
    FROM batch
    WHERE batch_id <= $last_batch
),
spending AS (
    SELECT
        organisation_id,
        CAST(date_trunc('quarter', booked_start) AS DATE) AS period_start,
        max(CASE WHEN category IS NULL AND amount_minor <> 0 THEN 1 ELSE 0 END) AS bare
    FROM (
        SELECT organisation_id, category, booked_start, sum(amount_minor) AS amount_minor
        FROM money
        WHERE kind = 'expenditure' AND organisation_id IS NOT NULL AND booked_start <= $statement_day
        GROUP BY organisation_id, category, booked_start
    ) AS booked
    GROUP BY organisation_id, CAST(date_trunc('quarter', booked_start) AS DATE)
),
movement AS (
    SELECT kind, profile, source_id, organisation_id, refers_to, reverses
    FROM entry
    WHERE kind IN ('disbursement', 'receipt') AND batch_id <= $last_batch AND cleared_on <= $statement_day
),
standing AS (
    SELECT kind, source_id, refers_to
    FROM movement
    WHERE reverses IS NULL
        AND NOT EXISTS (
            SELECT 1
            FROM movement AS reversal
            WHERE reversal.kind = movement.kind
                AND reversal.profile = movement.profile
                AND reversal.reverses = movement.source_id
                AND coalesce(reversal.organisation_id, '') = coalesce(movement.organisation_id, '')
        )
),
transfer AS (
    SELECT
        CASE WHEN EXISTS (SELECT 1 FROM standing AS receipt WHERE receipt.kind = 'receipt' AND receipt.refers_to = standing.source_id)
            THEN 1 ELSE 0 END AS confirmed
    FROM standing
    WHERE standing.kind = 'disbursement'
),
partner AS (
    SELECT
        money.organisation_id,
        max(CASE WHEN money.kind IN ('receipt', 'expenditure') AND money.booked_start >= last_quarter.period_start THEN 1 ELSE 0 END) AS reported
    FROM money
    CROSS JOIN last_quarter
    WHERE money.organisation_id IS NOT NULL
        AND money.booked_start < CAST(last_quarter.period_start + INTERVAL '3 months' AS DATE)
        AND money.kind IN ('opening_balance', 'allocation', 'allocation_change', 'disbursement', 'return', 'receipt', 'expenditure')
    GROUP BY money.organisation_id
),
stated AS (
    SELECT
        coalesce(organisation_id, refers_to, 'unknown') AS teller,
        indicator,
        period,
        measure,
        split,
        sum(people) AS people,
        max(CASE WHEN reverses IS NULL THEN certified_on END) AS certified_on
    FROM statement
    WHERE batch_id <= $last_batch
    GROUP BY coalesce(organisation_id, refers_to, 'unknown'), indicator, period, measure, split
    HAVING sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) > 0
),
certifier AS (
    SELECT stated.teller, max(CASE WHEN stated.certified_on IS NULL THEN 1 ELSE 0 END) AS bare
    FROM stated
    INNER JOIN last_quarter
        ON stated.period
            = CAST(CAST(extract(YEAR FROM last_quarter.period_start) AS INTEGER) AS VARCHAR)
            || '-Q'
            || CAST(CAST(extract(QUARTER FROM last_quarter.period_start) AS INTEGER) AS VARCHAR)
    WHERE stated.measure = 'reached'
    GROUP BY stated.teller
),
split_set AS (
    SELECT
        teller,
        indicator,
        period,
        measure,
        CASE
            WHEN split IN ('female', 'male', 'intersex', 'sex_unknown') THEN 'sex'
            WHEN split IN ('children', 'adults', 'elderly', 'age_unknown') THEN 'age'
            ELSE 'sex_and_age'
        END AS set_id,
        sum(people) AS parts
    FROM stated
    WHERE split <> 'total'
    GROUP BY teller, indicator, period, measure, set_id
),
split_statement AS (
    SELECT stated.people AS total, split_set.parts
    FROM stated
    INNER JOIN split_set
        ON split_set.teller = stated.teller
            AND split_set.indicator = stated.indicator
            AND split_set.period = stated.period
            AND split_set.measure = stated.measure
    WHERE stated.split = 'total'
),
newest AS (
    SELECT profile, max(batch_id) AS batch_id
    FROM batch
    WHERE batch_id <= $last_batch
        AND position(' gift ' IN ' ' || tells || ' ') = 0
        AND position(' service ' IN ' ' || tells || ' ') = 0
        AND position(' correction ' IN ' ' || tells || ' ') = 0
        AND position(' reply ' IN ' ' || tells || ' ') = 0
    GROUP BY profile
),
sheet AS (
    SELECT newest.profile, sum(batch.rows_rejected) AS rejected
    FROM newest
    INNER JOIN batch ON batch.profile = newest.profile AND batch.batch_id = newest.batch_id
    GROUP BY newest.profile
),
quarter AS (
    SELECT CAST(date_trunc('quarter', min(month_start)) AS DATE) AS period_start
    FROM flow
    WHERE month_start <= $statement_day
    HAVING min(month_start) IS NOT NULL
    UNION ALL
    SELECT CAST(period_start + INTERVAL '3 months' AS DATE) AS period_start
    FROM quarter
    WHERE CAST(period_start + INTERVAL '3 months' AS DATE) <= $statement_day
),
quarter_end AS (
    SELECT CASE WHEN EXISTS (
        SELECT 1
        FROM balance
        WHERE balance.batch_id <= $last_batch AND balance.as_of = CAST(quarter.period_start + INTERVAL '3 months' AS DATE) - 1
    ) THEN 1 ELSE 0 END AS known
    FROM quarter
    WHERE CAST(quarter.period_start + INTERVAL '3 months' AS DATE) <= CAST($statement_day AS DATE) + 1
)
SELECT 'expenditure_category' AS check_id, count(CASE WHEN bare = 0 THEN 1 END) AS passed, count(*) AS cases, (SELECT expenditure FROM teller) AS told
FROM spending
UNION ALL
SELECT 'disbursement_receipt', count(CASE WHEN confirmed = 1 THEN 1 END), count(*), (SELECT least(receipt, disbursement) FROM teller)
FROM transfer
UNION ALL
SELECT 'last_quarter_booked', count(CASE WHEN reported = 1 THEN 1 END), count(*), (SELECT greatest(receipt, expenditure) FROM teller)
FROM partner
UNION ALL
SELECT 'last_quarter_certified', count(CASE WHEN bare = 0 THEN 1 END), count(*), (SELECT statement FROM teller)
FROM certifier
UNION ALL
SELECT 'splits_add_up', count(CASE WHEN total = parts THEN 1 END), count(*), (SELECT statement FROM teller)
FROM split_statement
UNION ALL
SELECT 'sheets_taken_whole', count(CASE WHEN rejected = 0 THEN 1 END), count(*), 1
FROM sheet
UNION ALL
SELECT 'bank_at_quarter_end', count(CASE WHEN known = 1 THEN 1 END), count(*), (SELECT balance FROM teller)
FROM quarter_end;
