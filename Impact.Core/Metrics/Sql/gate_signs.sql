-- Gate "signs": an amount is above 0; only a change of an allocation and a reversal may be below, and a reversal must be.
-- Grain: one row a kind with wrong entries. Unit: number of entries, as amount_minor.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no wrong entry, no row: passed.
SELECT kind AS subject, count(*) AS amount_minor
FROM entry
WHERE batch_id <= $last_batch
    AND occurred_on <= $cut_off
    AND (
        (reverses IS NULL AND kind <> 'allocation_change' AND base_minor <= 0)
        OR (reverses IS NULL AND kind <> 'allocation_change' AND amount_minor <= 0)
        OR (reverses IS NOT NULL AND kind <> 'allocation_change' AND base_minor >= 0)
    )
GROUP BY kind
ORDER BY kind;
