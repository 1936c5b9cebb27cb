-- Expenditure that is shown in a later month than its own: what came after its quarter was published, and deferred quarters.
-- Grain: one row a batch, organisation (empty: none) and day of clearing with another month. Unit: none.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts); reads published_quarter and deferred_quarter.
-- Empty case: everything is shown in its own month, no row.
-- Of several releases that did not know an expenditure, the one with the latest closed quarter decides.
CREATE TEMPORARY TABLE shown_later AS
WITH spent AS (
    SELECT DISTINCT batch_id, coalesce(organisation_id, '') AS organisation_id, cleared_on
    FROM entry
    WHERE kind = 'expenditure' AND batch_id <= $last_batch AND cleared_on <= $cut_off
),
netted AS (
    SELECT
        spent.batch_id,
        spent.organisation_id,
        spent.cleared_on,
        CAST(date_trunc('month', spent.cleared_on) AS DATE) AS month_start,
        coalesce(max(published_quarter.next_start), CAST(date_trunc('month', spent.cleared_on) AS DATE)) AS shown_start
    FROM spent
    LEFT JOIN published_quarter
        ON published_quarter.last_batch < spent.batch_id AND published_quarter.next_start > spent.cleared_on
    GROUP BY spent.batch_id, spent.organisation_id, spent.cleared_on
),
shown AS (
    SELECT
        netted.batch_id,
        netted.organisation_id,
        netted.cleared_on,
        netted.month_start,
        coalesce(deferred_quarter.shown_start, netted.shown_start) AS shown_start
    FROM netted
    LEFT JOIN deferred_quarter
        ON deferred_quarter.organisation_id = netted.organisation_id
        AND deferred_quarter.period_start = CAST(date_trunc('quarter', netted.shown_start) AS DATE)
)
SELECT batch_id, organisation_id, cleared_on, shown_start
FROM shown
WHERE shown_start <> month_start;
