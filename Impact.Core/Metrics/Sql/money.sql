-- Every other money metric is computed from this one pass over the ledger.
-- Grain: one row a kind, organisation, category and three months. Unit: minor units of the base currency.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts); reads shown_later and inflow_later. Empty case: no entry, no row.
-- All three months are mostly the same. From month_start on it counts in totals to date: the month of clearing, for late expenditure the month
-- that shown_later names. In shown_start tables by period show it: for late gifts, refunds, chargebacks and fees what inflow_later names.
-- booked_start is the month of clearing; only facts about reporting ask for it.
-- Days are added up first and turned into months afterwards: a few thousand days instead of every entry.
CREATE TEMPORARY TABLE money AS
SELECT
    day.kind,
    day.organisation_id,
    day.category,
    coalesce(shown_later.shown_start, CAST(date_trunc('month', day.cleared_on) AS DATE)) AS month_start,
    coalesce(shown_later.shown_start, inflow_later.shown_start, CAST(date_trunc('month', day.cleared_on) AS DATE)) AS shown_start,
    CAST(date_trunc('month', day.cleared_on) AS DATE) AS booked_start,
    CAST(sum(day.amount_minor) AS BIGINT) AS amount_minor
FROM (
    SELECT
        kind,
        organisation_id,
        category,
        cleared_on,
        batch_id,
        sum(base_minor) AS amount_minor
    FROM entry
    WHERE batch_id <= $last_batch AND cleared_on <= $cut_off
    GROUP BY kind, organisation_id, category, cleared_on, batch_id
) AS day
LEFT JOIN shown_later
    ON day.kind = 'expenditure'
    AND shown_later.batch_id = day.batch_id
    AND shown_later.cleared_on = day.cleared_on
    AND shown_later.organisation_id = coalesce(day.organisation_id, '')
LEFT JOIN inflow_later
    ON inflow_later.kind = day.kind AND inflow_later.batch_id = day.batch_id AND inflow_later.cleared_on = day.cleared_on
GROUP BY
    day.kind,
    day.organisation_id,
    day.category,
    coalesce(shown_later.shown_start, CAST(date_trunc('month', day.cleared_on) AS DATE)),
    coalesce(shown_later.shown_start, inflow_later.shown_start, CAST(date_trunc('month', day.cleared_on) AS DATE)),
    CAST(date_trunc('month', day.cleared_on) AS DATE);
