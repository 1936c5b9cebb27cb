-- Lots as published: how old money was when it was sent to partners, how old the money is that is still with the fund at each
-- quarter's close, and what the pool advanced for designations that could not bear a refund, chargeback or fee, by designation and (for the
-- difference register) together; with the givers who stand behind each.
-- Grain: one row a table, quarter and code (age band, or designation). Unit: minor units of the base currency; people.
-- Parameters: $statement_day (last day that counts); reads the lot tables, lot_later and lot_quarter. Empty case: no money, no row.
-- Every gift counts from the middle of its month, the 15th, so that bands end where months do and no few days' gifts can be had by
-- subtracting months from bands. Money that left before it came (a gift told late) counts below 0 in between, so that the bands add up to the balance.
-- A gift, refund, chargeback or fee that came after its period was published comes or goes with the month that shows it.
WITH came AS (
    SELECT lot_bucket.bucket, lot_source.source, lot_later.shown_start
    FROM lot_later
    INNER JOIN lot_bucket ON lot_bucket.epoch = lot_later.epoch AND lot_bucket.cleared_on = lot_later.cleared_on
    INNER JOIN lot_source ON lot_source.kind = lot_later.kind
),
gone AS (
    SELECT lot_out.number, lot_later.shown_start
    FROM lot_later
    INNER JOIN lot_out
        ON lot_out.kind = lot_later.kind AND lot_out.epoch = lot_later.epoch AND lot_out.cleared_on = lot_later.cleared_on
),
part AS (
    SELECT
        'gift_to_disbursement' AS table_id,
        CAST(date_trunc('quarter', lot_out.cleared_on) AS DATE) AS period_start,
        lot_source.kind,
        lot_out.cleared_on - (CAST(date_trunc('month', coalesce(came.shown_start, lot_bucket.cleared_on)) AS DATE) + 14) AS days,
        lot_source.giver_kind,
        lot_piece.donor,
        lot_piece.amount_minor
    FROM lot_piece
    INNER JOIN lot_out ON lot_out.number = lot_piece.outflow
    INNER JOIN lot_bucket ON lot_bucket.bucket = lot_piece.bucket
    INNER JOIN lot_source ON lot_source.source = lot_piece.source
    LEFT JOIN came ON came.bucket = lot_piece.bucket AND came.source = lot_piece.source
    WHERE lot_out.kind = 'disbursement' AND lot_out.cleared_on <= $statement_day
    UNION ALL
    SELECT
        'undistributed_age' AS table_id,
        lot_quarter.period_start,
        held.kind,
        lot_quarter.last_day - (CAST(date_trunc('month', held.came_on) AS DATE) + 14) AS days,
        held.giver_kind,
        held.donor,
        CASE WHEN held.came_on <= lot_quarter.last_day THEN held.amount_minor ELSE -held.amount_minor END AS amount_minor
    FROM (
        SELECT
            lot_source.kind,
            lot_source.giver_kind,
            lot_piece.donor,
            lot_piece.amount_minor,
            coalesce(came.shown_start, lot_bucket.cleared_on) AS came_on,
            coalesce(gone.shown_start, lot_out.cleared_on) AS left_on
        FROM lot_piece
        INNER JOIN lot_bucket ON lot_bucket.bucket = lot_piece.bucket
        INNER JOIN lot_source ON lot_source.source = lot_piece.source
        LEFT JOIN came ON came.bucket = lot_piece.bucket AND came.source = lot_piece.source
        LEFT JOIN lot_out ON lot_out.number = abs(lot_piece.outflow)
        LEFT JOIN gone ON gone.number = lot_out.number
    ) AS held
    INNER JOIN lot_quarter
        ON (held.came_on <= lot_quarter.last_day AND (held.left_on IS NULL OR held.left_on > lot_quarter.last_day))
        OR (held.came_on > lot_quarter.last_day AND held.left_on <= lot_quarter.last_day)
),
charged AS (
    SELECT lot_piece.source_id, min(lot_source.giver_kind) AS giver_kind, CAST(min(CAST(lot_piece.donor AS VARCHAR)) AS UUID) AS donor
    FROM lot_piece
    INNER JOIN lot_source ON lot_source.source = lot_piece.source
    WHERE lot_source.kind = 'gift'
        AND lot_piece.source_id IN (
            SELECT lot_out.target_id FROM lot_out INNER JOIN lot_shortfall ON lot_shortfall.outflow = lot_out.number
        )
    GROUP BY lot_piece.source_id
),
of_giver AS (
    SELECT
        table_id,
        period_start,
        CASE
            WHEN kind <> 'gift' THEN 'other_source'
            WHEN days <= 30 THEN '0-30'
            WHEN days <= 90 THEN '31-90'
            WHEN days <= 180 THEN '91-180'
            ELSE 'over-180'
        END AS code,
        CASE WHEN kind = 'gift' AND giver_kind = 'individual' THEN 1 ELSE 0 END AS of_person,
        CASE WHEN kind = 'gift' AND giver_kind = 'individual' THEN donor END AS donor,
        amount_minor
    FROM part
    UNION ALL
    SELECT
        shown.table_id,
        CAST(date_trunc('quarter', coalesce(gone.shown_start, lot_out.cleared_on)) AS DATE) AS period_start,
        CASE WHEN shown.table_id = 'register' THEN 'pool' ELSE lot_out.designation END AS code,
        CASE WHEN lot_out.target_kind = 'gift' AND coalesce(charged.giver_kind, 'individual') = 'individual' THEN 1 ELSE 0 END AS of_person,
        CASE WHEN lot_out.target_kind = 'gift' AND coalesce(charged.giver_kind, 'individual') = 'individual' THEN charged.donor END AS donor,
        lot_shortfall.amount_minor
    FROM lot_shortfall
    INNER JOIN lot_out ON lot_out.number = lot_shortfall.outflow
    CROSS JOIN (VALUES ('shortfalls'), ('register')) AS shown (table_id)
    LEFT JOIN gone ON gone.number = lot_out.number
    LEFT JOIN charged ON charged.source_id = lot_out.target_id
    WHERE coalesce(gone.shown_start, lot_out.cleared_on) <= $statement_day
),
giver AS (
    SELECT table_id, period_start, code, of_person, donor, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
    FROM of_giver
    GROUP BY table_id, period_start, code, of_person, donor
    HAVING of_person = 0 OR sum(amount_minor) <> 0
),
placed AS (
    SELECT
        table_id,
        period_start,
        code,
        of_person,
        amount_minor,
        row_number() OVER (PARTITION BY table_id, period_start, code, of_person ORDER BY amount_minor DESC) AS place
    FROM giver
)
SELECT
    table_id,
    period_start,
    code,
    CAST(sum(amount_minor) AS BIGINT) AS amount_minor,
    CAST(sum(of_person) AS BIGINT) AS people,
    CAST(sum(of_person * amount_minor) AS BIGINT) AS people_minor,
    CAST(coalesce(max(CASE WHEN of_person = 1 AND place = 1 THEN amount_minor END), 0) AS BIGINT) AS largest_minor,
    CAST(coalesce(max(CASE WHEN of_person = 1 AND place = 2 THEN amount_minor END), 0) AS BIGINT) AS second_minor
FROM placed
GROUP BY table_id, period_start, code;
