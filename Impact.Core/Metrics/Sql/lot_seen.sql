-- Lots, step 1: which days, designations and sources the fund's own money has, in one pass over the ledger.
-- Grain: one row a batch, day of clearing, designation, source and kind of giver. Unit: none.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no money, no row.
CREATE TEMPORARY TABLE lot_seen AS
SELECT batch_id, cleared_on, designation, profile, kind, coalesce(giver_kind, 'individual') AS giver_kind
FROM entry
WHERE kind IN (
        'opening_balance', 'gift', 'interest', 'other_income', 'return', 'gift_refund', 'chargeback', 'processor_fee', 'platform_fee',
        'bank_charge', 'fund_cost', 'disbursement'
    )
    AND batch_id <= $last_batch
    AND cleared_on <= $cut_off
GROUP BY batch_id, cleared_on, designation, profile, kind, coalesce(giver_kind, 'individual');
