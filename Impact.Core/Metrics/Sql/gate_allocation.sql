-- Gate A: no partner has been sent more of a designation than it was allocated of it, net of changes and returns.
-- Grain: one row an organisation and designation that has, named organisation/designation. Unit: minor units of the base currency, how
-- much too much. Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no row: passed.
SELECT
    coalesce(organisation_id, '') || '/' || designation AS subject,
    CAST(sum(CASE kind WHEN 'disbursement' THEN base_minor ELSE -base_minor END) AS BIGINT) AS amount_minor
FROM entry
WHERE kind IN ('allocation', 'allocation_change', 'disbursement', 'return')
    AND batch_id <= $last_batch
    AND cleared_on <= $cut_off
GROUP BY coalesce(organisation_id, ''), designation
HAVING sum(CASE kind WHEN 'disbursement' THEN base_minor ELSE -base_minor END) > 0
ORDER BY subject;
