-- Every transaction id that gifts came by, for the receipts of the payment page.
-- Grain: one row a transaction id, in parts of 16,384 in the order of the ids. Unit: none. Parameters: none. Empty case: no gift, no row.
CREATE TEMPORARY TABLE gift_transaction AS
SELECT
    CAST(floor((row_number() OVER (ORDER BY transaction_id COLLATE "C") - 1) / 16384) AS INTEGER) AS part,
    transaction_id
FROM (SELECT DISTINCT coalesce(reverses, source_id) AS transaction_id FROM entry WHERE kind = 'gift') AS gift;
