-- Every other money metric is computed from this one pass over the ledger.
-- Grain: one row a kind, organisation, category, month in which it is shown and month of clearing. Unit: minor units of the base currency.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts); reads shown_later. Empty case: no entry, no row.
-- Both months are the same but for expenditure that shown_later names; only facts about reporting ask for the month of clearing.
-- Days are added up first and turned into months afterwards: a few thousand days instead of every entry.
CREATE TEMPORARY TABLE money AS
SELECT
    day.kind,
    day.organisation_id,
    day.category,
    coalesce(shown_later.shown_start, CAST(date_trunc('month', day.cleared_on) AS DATE)) AS month_start,
    CAST(date_trunc('month', day.cleared_on) AS DATE) AS booked_start,
    CAST(sum(day.amount_minor) AS BIGINT) AS amount_minor
FROM (
    SELECT
        kind,
        organisation_id,
        category,
        cleared_on,
        CASE WHEN kind = 'expenditure' THEN batch_id ELSE 0 END AS batch_id,
        sum(base_minor) AS amount_minor
    FROM entry
    WHERE batch_id <= $last_batch AND cleared_on <= $cut_off
    GROUP BY kind, organisation_id, category, cleared_on, CASE WHEN kind = 'expenditure' THEN batch_id ELSE 0 END
) AS day
LEFT JOIN shown_later
    ON shown_later.batch_id = day.batch_id
    AND shown_later.cleared_on = day.cleared_on
    AND shown_later.organisation_id = coalesce(day.organisation_id, '')
GROUP BY
    day.kind,
    day.organisation_id,
    day.category,
    coalesce(shown_later.shown_start, CAST(date_trunc('month', day.cleared_on) AS DATE)),
    CAST(date_trunc('month', day.cleared_on) AS DATE);
