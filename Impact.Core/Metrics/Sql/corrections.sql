-- The steps of every correction that was recorded.
-- Grain: one row a correction and state. Unit: amount_minor in minor units of the fund's currency, or empty where no size is told.
-- Parameters: $last_batch (what was known). Empty case: no correction, no row.
SELECT
    correction, state, recorded_on, table_id, organisation_id, period, indicator, subject, amount_minor, noticed_by, what_en, what_es,
    why_en, why_es
FROM correction
WHERE batch_id <= $last_batch
ORDER BY correction, state;
