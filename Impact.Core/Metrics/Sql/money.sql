-- Every other money metric is computed from this one pass over the ledger.
-- Grain: one row a kind, organisation, category and month of clearing. Unit: minor units of the base currency.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no entry, no row.
-- Days are added up first and turned into months afterwards: a few thousand days instead of every entry.
CREATE TEMPORARY TABLE money AS
SELECT
    kind,
    organisation_id,
    category,
    CAST(date_trunc('month', cleared_on) AS DATE) AS month_start,
    CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM (
    SELECT kind, organisation_id, category, cleared_on, sum(base_minor) AS amount_minor
    FROM entry
    WHERE batch_id <= $last_batch AND cleared_on <= $cut_off
    GROUP BY kind, organisation_id, category, cleared_on
) AS day
GROUP BY kind, organisation_id, category, CAST(date_trunc('month', cleared_on) AS DATE);
