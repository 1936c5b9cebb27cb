-- Gate "designation": money given for one purpose or partner does not leave it. No designation sends out or spends more than it
-- holds, and a designation for one partner sends to that partner alone.
-- Decisions, payments and spending are judged apart, so that none hides another.
-- Grain: one row a designation that is broken. Unit: minor units of the base currency, the most that left it in one way.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts); reads designation_partner.
-- Empty case: no row: passed.
WITH movement AS (
    SELECT designation, kind, organisation_id, base_minor
    FROM entry
    WHERE batch_id <= $last_batch AND cleared_on <= $cut_off
),
held AS (
    SELECT
        designation AS subject,
        sum(
            CASE
                WHEN kind IN ('gift', 'interest', 'other_income', 'return') THEN base_minor
                WHEN kind = 'opening_balance' AND organisation_id IS NULL THEN base_minor
                WHEN kind IN ('gift_refund', 'chargeback', 'processor_fee', 'platform_fee', 'bank_charge', 'fund_cost', 'disbursement')
                    THEN -base_minor
                ELSE 0
            END
        ) AS base_minor
    FROM movement
    GROUP BY designation
),
spent AS (
    SELECT
        designation AS subject,
        sum(
            CASE
                WHEN kind = 'disbursement' THEN base_minor
                WHEN kind IN ('return', 'expenditure') THEN -base_minor
                WHEN kind = 'opening_balance' AND organisation_id IS NOT NULL THEN base_minor
                ELSE 0
            END
        ) AS base_minor
    FROM movement
    WHERE designation <> 'pool'
    GROUP BY designation
),
elsewhere AS (
    SELECT movement.designation AS subject, sum(movement.base_minor) AS base_minor
    FROM movement
    INNER JOIN designation_partner ON designation_partner.designation = movement.designation
    WHERE movement.kind IN ('allocation', 'allocation_change', 'disbursement', 'expenditure')
        AND movement.organisation_id <> designation_partner.organisation_id
    GROUP BY movement.designation, movement.organisation_id, CASE movement.kind WHEN 'allocation_change' THEN 'allocation' ELSE movement.kind END
),
broken AS (
    SELECT subject, -base_minor AS base_minor FROM held WHERE base_minor < 0
    UNION ALL
    SELECT subject, -base_minor AS base_minor FROM spent WHERE base_minor < 0
    UNION ALL
    SELECT subject, base_minor FROM elsewhere WHERE base_minor <> 0
)
SELECT subject, CAST(max(base_minor) AS BIGINT) AS amount_minor FROM broken GROUP BY subject ORDER BY subject;
