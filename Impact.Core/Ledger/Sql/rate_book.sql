-- The rates to one currency: of its base, of the currencies of a table whose base it is, and of two currencies of one table over its base.
-- Grain: one row a currency, day and source. Unit: digits of a rate and how many stand behind the point; batch and line of the row that names it.
-- Parameters: $currency (the fund's). Empty case: no row.
-- A source that tells one rate twice counts by the first row loaded, so that no table loaded later changes what was converted.
WITH numbered AS (
    SELECT
        source, base, day, currency, unscaled, decimals, batch_id, line,
        row_number() OVER (PARTITION BY source, base, day, currency ORDER BY batch_id, line) AS place
    FROM rate
),
told AS (
    SELECT source, base, day, currency, unscaled, decimals, batch_id, line FROM numbered WHERE place = 1
),
book AS (
    SELECT currency, day, unscaled AS from_unscaled, decimals AS from_decimals, 1 AS to_unscaled, 0 AS to_decimals, batch_id, line
    FROM told
    WHERE base = $currency
    UNION ALL
    SELECT base AS currency, day, 1 AS from_unscaled, 0 AS from_decimals, unscaled AS to_unscaled, decimals AS to_decimals, batch_id, line
    FROM told
    WHERE currency = $currency
    UNION ALL
    SELECT
        told.currency, told.day, told.unscaled AS from_unscaled, told.decimals AS from_decimals,
        fund.unscaled AS to_unscaled, fund.decimals AS to_decimals, told.batch_id, told.line
    FROM told
    INNER JOIN told AS fund
        ON fund.source = told.source AND fund.base = told.base AND fund.day = told.day AND fund.currency = $currency
    WHERE told.currency <> $currency
)
SELECT currency, day, from_unscaled, from_decimals, to_unscaled, to_decimals, batch_id, line
FROM book
ORDER BY day, batch_id, line, currency;
