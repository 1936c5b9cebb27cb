-- What each designation held with the fund, day by day, and what the pool advanced for it. A day's money comes in first, then payments and
-- costs go out, then refunds, chargebacks and fees are charged: the order of a day that is kindest, since no other is known.
-- What is charged beyond what the designation holds is advanced by the pool; what is paid out beyond it is a breach ("short").
-- Grain: one row a designation and day of clearing. Unit: minor units of the base currency; free_minor is the change of what may be
-- allocated, before advances; held_minor and pool_minor are the changes of what designations and the pool hold, after them; sent_minor is
-- what the pool pays out, charged_minor what it is charged or advances.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no money, no row.
-- A payment that was taken back was never made: it counts on the day of the one it takes back. A gift that was taken back is charged on
-- the day on which it was.
-- A fee that names no gift is the pool's.
CREATE TEMPORARY TABLE designation_day AS
WITH movement AS (
    SELECT
        CASE WHEN kind IN ('processor_fee', 'platform_fee', 'bank_charge') AND refers_to IS NULL THEN 'pool' ELSE designation END AS designation,
        CASE WHEN reverses IS NULL THEN kind WHEN kind = 'return' THEN 'return taken back' ELSE 'taken back' END AS kind,
        cleared_on,
        base_minor
    FROM entry
    WHERE batch_id <= $last_batch
        AND cleared_on <= $cut_off
        AND (
            kind IN ('gift', 'interest', 'other_income', 'return')
            OR (kind = 'opening_balance' AND organisation_id IS NULL)
            OR (
                reverses IS NULL
                AND kind IN (
                    'gift_refund', 'chargeback', 'processor_fee', 'platform_fee', 'bank_charge', 'fund_cost', 'disbursement'
                )
            )
        )
    UNION ALL
    SELECT
        CASE
            WHEN kind NOT IN ('processor_fee', 'platform_fee', 'bank_charge') THEN designation
            WHEN coalesce(
                refers_to,
                (
                    SELECT max(original.refers_to)
                    FROM entry AS original
                    WHERE original.source_id = reversal.reverses
                        AND original.profile = reversal.profile
                        AND original.kind = reversal.kind
                        AND original.reverses IS NULL
                        AND original.batch_id <= reversal.batch_id
                )
            ) IS NULL THEN 'pool'
            ELSE designation
        END AS designation,
        kind,
        least(
            cleared_on,
            coalesce(
                (
                    SELECT max(original.cleared_on)
                    FROM entry AS original
                    WHERE original.source_id = reversal.reverses
                        AND original.profile = reversal.profile
                        AND original.kind = reversal.kind
                        AND original.reverses IS NULL
                        AND original.batch_id <= reversal.batch_id
                ),
                cleared_on
            )
        ) AS cleared_on,
        base_minor
    FROM entry AS reversal
    WHERE batch_id <= $last_batch
        AND cleared_on <= $cut_off
        AND reverses IS NOT NULL
        AND kind IN ('gift_refund', 'chargeback', 'processor_fee', 'platform_fee', 'bank_charge', 'fund_cost', 'disbursement')
),
day AS (
    SELECT
        designation,
        cleared_on,
        sum(CASE WHEN kind IN ('opening_balance', 'gift', 'interest', 'other_income', 'return') THEN base_minor ELSE 0 END) AS came,
        sum(CASE WHEN kind IN ('fund_cost', 'disbursement') THEN base_minor ELSE 0 END) AS sent,
        sum(
            CASE
                WHEN kind IN ('gift_refund', 'chargeback', 'processor_fee', 'platform_fee', 'bank_charge') THEN base_minor
                WHEN kind IN ('taken back', 'return taken back') THEN -base_minor
                ELSE 0
            END
        ) AS charged,
        sum(
            CASE WHEN kind IN ('return', 'return taken back') THEN base_minor WHEN kind = 'disbursement' THEN -base_minor ELSE 0 END
        ) AS of_partners
    FROM movement
    GROUP BY designation, cleared_on
),
run AS (
    SELECT
        designation, cleared_on, came, sent, charged, of_partners,
        sum(came - sent - charged) OVER (PARTITION BY designation ORDER BY cleared_on) AS sum_minor
    FROM day
),
lowest AS (
    SELECT
        designation, cleared_on, came, sent, charged, of_partners,
        sum_minor - least(0, min(sum_minor) OVER (PARTITION BY designation ORDER BY cleared_on)) AS held
    FROM run
),
held AS (
    SELECT
        designation, cleared_on, came, sent, charged, of_partners, held,
        coalesce(lag(held) OVER (PARTITION BY designation ORDER BY cleared_on), 0) AS before
    FROM lowest
),
missing AS (
    SELECT
        designation, cleared_on, came, sent, charged, of_partners, held, before,
        CASE WHEN designation = 'pool' THEN 0 ELSE greatest(0, sent - came - before) END AS short,
        CASE WHEN designation = 'pool' THEN 0 ELSE greatest(0, sent + charged - came - before) END AS all_missing
    FROM held
)
SELECT
    designation,
    cleared_on,
    CAST(came - sent - charged - of_partners AS BIGINT) AS free_minor,
    CAST(short AS BIGINT) AS short_minor,
    CAST(greatest(0, all_missing - short) AS BIGINT) AS advanced_minor,
    CAST(CASE WHEN designation = 'pool' THEN 0 ELSE held - before END AS BIGINT) AS held_minor,
    CAST(CASE WHEN designation = 'pool' THEN came - sent - charged ELSE -greatest(0, all_missing - short) END AS BIGINT) AS pool_minor,
    CAST(CASE WHEN designation = 'pool' THEN sent ELSE 0 END AS BIGINT) AS sent_minor,
    CAST(CASE WHEN designation = 'pool' THEN charged ELSE greatest(0, all_missing - short) END AS BIGINT) AS charged_minor
FROM missing;
