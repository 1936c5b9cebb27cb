-- Gate "register": every difference between the books and another side is explained, settled, or on its way for at most five days.
-- A receipt of another amount than its disbursement, a line that the bank has and the books have not, stops the release by name; so does a partner
-- that spent more than it was sent.
-- Grain: one row an item between organisations that is open; else one row a match, flow and quarter. Unit: minor units of the base
-- currency, the other side less the fund's. Parameters: none; reads matching. Empty case: no open difference: no row.
SELECT
    match || '/' || flow || '/' || coalesce(organisation_id, '') || '/' || item || '/' || difference AS subject,
    amount_minor
FROM matching
WHERE state = 'open' AND flow IN ('disbursement', 'return', 'spending')
UNION ALL
SELECT
    match || '/' || flow || '/' || CAST(CAST(date_trunc('quarter', first_day) AS DATE) AS VARCHAR) AS subject,
    CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM matching
WHERE state = 'open' AND flow NOT IN ('disbursement', 'return', 'spending')
GROUP BY match, flow, CAST(date_trunc('quarter', first_day) AS DATE)
ORDER BY subject;
