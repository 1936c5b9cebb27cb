-- What partners have replied to figures.
-- Grain: one row an organisation, reply and state. Unit: none. Parameters: $last_batch (what was known). Empty case: no reply, no row.
SELECT organisation_id, reply, state, replied_on, table_id, period, indicator, text_en, text_es
FROM reply
WHERE batch_id <= $last_batch
ORDER BY organisation_id, reply, state;
