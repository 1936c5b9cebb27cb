-- What each individual donor gave in each month: the one pass over gifts that every figure of donors is computed from.
-- Grain: one row a donor's token and month of clearing. Unit: minor units of the base currency, gifts.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no gift of a known donor, no row.
-- A gift that was ever taken back is looked at with all its rows: it stands when they come to more than nothing, with the day, plan
-- and region of its latest row. All others, nearly all, are read as they are. A refund or chargeback does not undo a gift.
-- first_gift orders a month's gifts by day and amount in one number: days since 1900 times 10^13, plus the amount.
CREATE TEMPORARY TABLE donor_month AS
WITH taken_back AS (
    SELECT DISTINCT profile, reverses AS source_id
    FROM entry
    WHERE kind = 'gift' AND reverses IS NOT NULL AND batch_id <= $last_batch
),
touched AS (
    SELECT entry.*, taken_back.source_id AS gift
    FROM entry
    INNER JOIN taken_back
        ON taken_back.profile = entry.profile AND taken_back.source_id = coalesce(entry.reverses, entry.source_id)
    WHERE entry.kind = 'gift' AND entry.batch_id <= $last_batch
),
net AS (
    SELECT profile, gift, CAST(sum(base_minor) AS BIGINT) AS base_minor FROM touched GROUP BY profile, gift HAVING sum(base_minor) > 0
),
latest AS (
    SELECT
        profile,
        gift,
        donor,
        giver_kind,
        cleared_on,
        recurring,
        region,
        row_number() OVER (PARTITION BY profile, gift ORDER BY batch_id DESC, line DESC, cleared_on DESC) AS place
    FROM touched
    WHERE reverses IS NULL
),
gift AS (
    SELECT entry.donor, entry.giver_kind, entry.cleared_on, entry.recurring, entry.region, entry.base_minor
    FROM entry
    WHERE entry.kind = 'gift' AND entry.batch_id <= $last_batch AND entry.reverses IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM taken_back WHERE taken_back.profile = entry.profile AND taken_back.source_id = entry.source_id
        )
    UNION ALL
    SELECT latest.donor, latest.giver_kind, latest.cleared_on, latest.recurring, latest.region, net.base_minor
    FROM latest
    INNER JOIN net ON net.profile = latest.profile AND net.gift = latest.gift
    WHERE latest.place = 1
)
SELECT
    donor,
    CAST(date_trunc('month', cleared_on) AS DATE) AS month_start,
    count(*) AS gifts,
    CAST(sum(base_minor) AS BIGINT) AS amount_minor,
    count(CASE WHEN recurring THEN 1 END) AS recurring_gifts,
    CAST(coalesce(sum(CASE WHEN recurring THEN base_minor END), 0) AS BIGINT) AS recurring_minor,
    min(
        CAST(cleared_on - DATE '1900-01-01' AS BIGINT) * 10000000000000
        + CASE WHEN base_minor < 9999999999999 THEN base_minor ELSE 9999999999999 END
    ) AS first_gift,
    min(region) AS region
FROM gift
WHERE donor IS NOT NULL AND coalesce(giver_kind, 'individual') = 'individual' AND cleared_on <= $cut_off
GROUP BY donor, CAST(date_trunc('month', cleared_on) AS DATE);
