-- One part of the transactions that a release proves, in the order of their ids.
-- Grain: one row a transaction. Unit: as in proven_gift. Parameters: $part (from 0); reads proven_gift. Empty case: beyond the last part, no row.
SELECT transaction_id, currency, profiles, cleared_on, amount_minor, base_minor, refunded_minor
FROM proven_gift
WHERE part = $part
ORDER BY transaction_id COLLATE "C";
