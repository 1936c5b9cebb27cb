-- What was converted by rate tables: the amounts in their own currency and what they came to, by the rate they were converted at.
-- Grain: one row a flow, currency and pair of rates. Unit: original_minor in minor units of the currency, base_minor in the fund's.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts), $currency (the fund's); reads shown_later. Empty case: no row.
-- Only flows between organisations are told apart; everything else is "other". A pledge is in no total. The sum converted at once is
-- made of these rows outside the engine: it needs whole numbers longer than both engines have.
-- An entry whose rate is not there comes out without one, and that stops the run.
WITH numbered AS (
    SELECT
        source, base, day, currency, unscaled, decimals, batch_id, line,
        row_number() OVER (PARTITION BY source, base, day, currency ORDER BY batch_id, line) AS place
    FROM rate
    WHERE batch_id <= $last_batch
),
told AS (
    SELECT source, base, day, currency, unscaled, decimals, batch_id, line FROM numbered WHERE place = 1
),
book AS (
    SELECT currency, unscaled AS from_unscaled, decimals AS from_decimals, 1 AS to_unscaled, 0 AS to_decimals, batch_id, line
    FROM told
    WHERE base = $currency
    UNION ALL
    SELECT base AS currency, 1 AS from_unscaled, 0 AS from_decimals, unscaled AS to_unscaled, decimals AS to_decimals, batch_id, line
    FROM told
    WHERE currency = $currency
    UNION ALL
    SELECT
        told.currency, told.unscaled AS from_unscaled, told.decimals AS from_decimals,
        fund.unscaled AS to_unscaled, fund.decimals AS to_decimals, told.batch_id, told.line
    FROM told
    INNER JOIN told AS fund
        ON fund.source = told.source AND fund.base = told.base AND fund.day = told.day AND fund.currency = $currency
    WHERE told.currency <> $currency
),
converted AS (
    SELECT
        CASE
            WHEN entry.kind = 'gift' AND entry.giver_kind = 'organisation' THEN 'received'
            WHEN entry.kind IN ('allocation', 'allocation_change') THEN 'allocated'
            WHEN entry.kind = 'disbursement' THEN 'disbursed'
            WHEN entry.kind = 'return' THEN 'returned'
            WHEN entry.kind = 'receipt' THEN 'confirmed'
            ELSE 'other'
        END AS measure,
        entry.currency, entry.rate_batch, entry.rate_line, entry.amount_minor, entry.base_minor
    FROM entry
    LEFT JOIN shown_later
        ON entry.kind = 'expenditure'
        AND shown_later.batch_id = entry.batch_id
        AND shown_later.cleared_on = entry.cleared_on
        AND shown_later.organisation_id = coalesce(entry.organisation_id, '')
    WHERE entry.rate_line IS NOT NULL
        AND entry.kind <> 'pledge'
        AND entry.batch_id <= $last_batch
        AND coalesce(shown_later.shown_start, entry.cleared_on) <= $statement_day
)
SELECT
    converted.measure,
    converted.currency,
    book.from_unscaled,
    book.from_decimals,
    book.to_unscaled,
    book.to_decimals,
    CAST(sum(converted.amount_minor) AS BIGINT) AS original_minor,
    CAST(sum(converted.base_minor) AS BIGINT) AS base_minor
FROM converted
LEFT JOIN book
    ON book.batch_id = converted.rate_batch AND book.line = converted.rate_line AND book.currency = converted.currency
GROUP BY
    converted.measure, converted.currency, book.from_unscaled, book.from_decimals, book.to_unscaled, book.to_decimals;
