-- Gate F3: on every day for which statements are known, the fund's balance equals bank plus processor plus listed items in transit.
-- Grain: one row a day that differs. Unit: minor units of the base currency, books less statements.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no statement or no difference: no row.
WITH stated AS (
    SELECT as_of, sum(base_minor) AS base_minor
    FROM balance
    WHERE batch_id <= $last_batch AND as_of <= $cut_off
    GROUP BY as_of
),
daily AS (
    SELECT
        cleared_on,
        sum(
            CASE
                WHEN kind IN ('opening_balance', 'gift', 'interest', 'other_income', 'return') THEN base_minor
                ELSE -base_minor
            END
        ) AS base_minor
    FROM entry
    WHERE batch_id <= $last_batch
        AND cleared_on <= $cut_off
        AND (
            kind IN (
                'gift', 'interest', 'other_income', 'return', 'gift_refund', 'chargeback', 'processor_fee', 'platform_fee',
                'bank_charge', 'fund_cost', 'disbursement'
            )
            OR (kind = 'opening_balance' AND organisation_id IS NULL)
        )
    GROUP BY cleared_on
),
compared AS (
    SELECT stated.as_of, coalesce(sum(daily.base_minor), 0) - stated.base_minor AS difference
    FROM stated
    LEFT JOIN daily ON daily.cleared_on <= stated.as_of
    GROUP BY stated.as_of, stated.base_minor
)
SELECT CAST(as_of AS VARCHAR) AS subject, CAST(difference AS BIGINT) AS amount_minor
FROM compared
WHERE difference <> 0
ORDER BY as_of;
