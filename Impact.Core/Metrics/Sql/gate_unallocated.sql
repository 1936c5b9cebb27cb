-- Gate B: what is not yet allocated is never below 0, in total ("all") and for each designation.
-- Grain: one row a designation, or "all", that is short. Unit: minor units of the base currency, by how much it is short.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no row: passed.
-- A fee is borne by its entry's designation, as recorded.
WITH flow_of AS (
    SELECT
        designation,
        CASE
            WHEN kind IN ('gift', 'interest', 'other_income') THEN base_minor
            WHEN kind = 'opening_balance' AND organisation_id IS NULL THEN base_minor
            WHEN kind = 'opening_balance' THEN 0
            ELSE -base_minor
        END AS base_minor
    FROM entry
    WHERE kind IN (
            'opening_balance', 'gift', 'interest', 'other_income', 'gift_refund', 'chargeback', 'processor_fee', 'platform_fee',
            'bank_charge', 'fund_cost', 'allocation', 'allocation_change'
        )
        AND batch_id <= $last_batch
        AND cleared_on <= $cut_off
),
unallocated AS (
    SELECT designation AS subject, sum(base_minor) AS base_minor FROM flow_of GROUP BY designation
    UNION ALL
    SELECT 'all' AS subject, sum(base_minor) AS base_minor FROM flow_of
)
SELECT subject, CAST(-base_minor AS BIGINT) AS amount_minor FROM unallocated WHERE base_minor < 0 ORDER BY subject;
