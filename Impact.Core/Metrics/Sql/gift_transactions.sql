-- One part of the transaction ids that gifts came by.
-- Grain: one row a transaction id. Unit: none. Parameters: $part (from 0); reads gift_transaction. Empty case: beyond the last part, no row.
SELECT transaction_id
FROM gift_transaction
WHERE part = $part
ORDER BY transaction_id COLLATE "C";
