-- Gate "designation": money given for one purpose or partner does not leave it.
-- With the fund, day by day: no designation pays out more than it holds, and the pool pays out nothing that is only there because a
-- designation has not used its money yet; a loan that was paid back is seen on its days. What a bank or a processor charges is nobody's
-- decision: the pool may be below 0 by it until the cut-off. With partners, at the cut-off: none spends or
-- returns more of a designation than it was sent of it; nor as the pool's what it was sent for a purpose and still holds. A designation for
-- one partner sends to that partner alone: decisions, payments and spending are judged apart, so that none hides another.
-- A partner that is sent nothing for a purpose may spend more than it was sent: the register asks for an explanation.
-- Grain: one row a designation, or designation/organisation, that is broken. Unit: minor units of the base currency, the most that left it
-- in one way. Parameters: $last_batch (what was known), $cut_off (last day that counts); reads designation_day and designation_partner.
-- Empty case: no row: passed.
WITH purse AS (
    SELECT
        cleared_on,
        sum(sent_minor) AS sent_minor,
        sum(sum(pool_minor)) OVER (ORDER BY cleared_on) + sum(charged_minor) AS pool_minor,
        sum(sum(held_minor)) OVER (ORDER BY cleared_on) AS held_minor
    FROM designation_day
    GROUP BY cleared_on
),
movement AS (
    SELECT designation, kind, organisation_id, base_minor
    FROM entry
    WHERE kind IN ('opening_balance', 'allocation', 'allocation_change', 'disbursement', 'return', 'expenditure')
        AND batch_id <= $last_batch
        AND cleared_on <= $cut_off
),
partner AS (
    SELECT
        coalesce(organisation_id, '') AS organisation_id,
        designation,
        sum(CASE WHEN kind IN ('return', 'expenditure') THEN -base_minor ELSE base_minor END) AS base_minor
    FROM movement
    WHERE kind IN ('disbursement', 'return', 'expenditure') OR (kind = 'opening_balance' AND organisation_id IS NOT NULL)
    GROUP BY coalesce(organisation_id, ''), designation
),
mixed AS (
    SELECT
        organisation_id,
        sum(CASE WHEN designation = 'pool' THEN -base_minor ELSE 0 END) AS beyond_minor,
        sum(CASE WHEN designation <> 'pool' AND base_minor > 0 THEN base_minor ELSE 0 END) AS held_minor
    FROM partner
    GROUP BY organisation_id
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
    SELECT designation AS subject, sum(short_minor) AS base_minor FROM designation_day GROUP BY designation
    UNION ALL
    SELECT 'pool', least(sent_minor, -pool_minor, held_minor) FROM purse
    UNION ALL
    SELECT 'pool', -sum(pool_minor) FROM designation_day
    UNION ALL
    SELECT designation || '/' || organisation_id, -base_minor FROM partner WHERE designation <> 'pool'
    UNION ALL
    SELECT 'pool/' || organisation_id, least(beyond_minor, held_minor) FROM mixed
    UNION ALL
    SELECT subject, CASE WHEN base_minor < 0 THEN -base_minor ELSE base_minor END FROM elsewhere
)
SELECT subject, CAST(max(base_minor) AS BIGINT) AS amount_minor
FROM broken
WHERE base_minor > 0
GROUP BY subject
ORDER BY subject;
