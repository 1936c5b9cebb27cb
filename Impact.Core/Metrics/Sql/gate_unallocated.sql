-- Gate B: what is not yet allocated is never below 0, in total ("all") and for each designation.
-- A refund, chargeback or fee is borne by its designation as far as that held money on the day, as lots have it; the pool advances the
-- rest. A fee that names no gift is the pool's. A decision can be changed by a decision, so it is judged at the cut-off.
-- Grain: one row a designation, or "all", that is short. Unit: minor units of the base currency, by how much it is short.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts); reads designation_day. Empty case: no row: passed.
WITH flow_of AS (
    SELECT designation, free_minor + advanced_minor AS base_minor FROM designation_day
    UNION ALL
    SELECT 'pool', -advanced_minor FROM designation_day
    UNION ALL
    SELECT designation, -sum(base_minor)
    FROM entry
    WHERE kind IN ('allocation', 'allocation_change') AND batch_id <= $last_batch AND cleared_on <= $cut_off
    GROUP BY designation
),
unallocated AS (
    SELECT designation AS subject, sum(base_minor) AS base_minor FROM flow_of GROUP BY designation
    UNION ALL
    SELECT 'all' AS subject, sum(base_minor) AS base_minor FROM flow_of
)
SELECT subject, CAST(-base_minor AS BIGINT) AS amount_minor FROM unallocated WHERE base_minor < 0 ORDER BY subject;
