-- References of gifts, refunds, chargebacks and fees of which the books or the processor's report took a line back.
-- Grain: one row a kind and reference. Unit: none. Parameters: $last_batch (what was known), $statement_day (last day that counts).
-- Empty case: nothing was taken back: no row.
CREATE TEMPORARY TABLE undone_reference AS
SELECT kind AS subject, CASE WHEN kind = 'gift' THEN reverses ELSE coalesce(refers_to, reverses) END AS item
FROM entry
WHERE kind IN ('gift', 'gift_refund', 'chargeback', 'processor_fee')
    AND reverses IS NOT NULL
    AND batch_id <= $last_batch
    AND cleared_on <= $statement_day
UNION
SELECT coalesce(kind, 'other'), coalesce(refers_to, reverses)
FROM account_line
WHERE reverses IS NOT NULL AND batch_id <= $last_batch AND booked_on <= $statement_day;
