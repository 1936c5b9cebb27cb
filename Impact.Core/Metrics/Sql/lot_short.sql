-- Lots of one epoch, b: what is charged beyond all that its designation holds on the day. The pool advances it. A day's money comes in
-- first, then payments go out, then refunds, chargebacks and fees are charged, the last of them beyond the rest. What an earlier epoch
-- could not cover goes first; what is held never counts below 0. What is beyond its gift alone is the rest of the designation's.
-- Grain: one row an outflow. Unit: minor units of the base currency, above 0.
-- Parameters: $epoch; reads lot_out, lot_now, lot_bucket and lot_owed. Empty case: no shortfall, no row.
INSERT INTO lot_shortfall
WITH charge AS (
    SELECT
        number, designation, cleared_on, amount_minor,
        sum(amount_minor) OVER (PARTITION BY designation, cleared_on ORDER BY number) AS hi
    FROM lot_out
    WHERE epoch = $epoch AND way = 'taken' AND designation <> 'pool'
),
movement AS (
    SELECT
        lot_bucket.designation,
        CASE WHEN lot_bucket.epoch = $epoch THEN 1 ELSE 0 END AS turn,
        CASE WHEN lot_bucket.epoch = $epoch THEN lot_bucket.cleared_on END AS cleared_on,
        lot_now.amount_minor AS came,
        CAST(0 AS BIGINT) AS sent,
        CAST(0 AS BIGINT) AS charged
    FROM lot_now
    INNER JOIN lot_bucket ON lot_bucket.bucket = lot_now.bucket
    WHERE lot_bucket.designation IN (SELECT charge.designation FROM charge)
    UNION ALL
    SELECT designation, 0, NULL, 0, amount_minor, 0 FROM lot_owed WHERE designation IN (SELECT charge.designation FROM charge)
    UNION ALL
    SELECT designation, 1, cleared_on, 0, amount_minor, 0
    FROM lot_out
    WHERE epoch = $epoch AND way = 'drawn' AND designation IN (SELECT charge.designation FROM charge)
    UNION ALL
    SELECT designation, 1, cleared_on, 0, 0, amount_minor FROM charge
),
day AS (
    SELECT designation, turn, cleared_on, sum(came) AS came, sum(sent) AS sent, sum(charged) AS charged
    FROM movement
    GROUP BY designation, turn, cleared_on
),
run AS (
    SELECT
        designation, turn, cleared_on, came, sent, charged,
        sum(came - sent - charged) OVER (PARTITION BY designation ORDER BY turn, cleared_on) AS sum_minor
    FROM day
),
lowest AS (
    SELECT
        designation, turn, cleared_on, came, sent, charged,
        sum_minor - least(0, min(sum_minor) OVER (PARTITION BY designation ORDER BY turn, cleared_on)) AS held
    FROM run
),
borne AS (
    SELECT
        designation,
        cleared_on,
        greatest(0, came - sent + coalesce(lag(held) OVER (PARTITION BY designation ORDER BY turn, cleared_on), 0)) AS left_minor
    FROM lowest
)
SELECT charge.number, CAST(least(charge.amount_minor, charge.hi - borne.left_minor) AS BIGINT)
FROM charge
INNER JOIN borne ON borne.designation = charge.designation AND borne.cleared_on = charge.cleared_on
WHERE charge.hi > borne.left_minor;
