-- Each transaction of a payment processor, netted: its gift entries with what was taken back of them, and what was refunded or charged back.
-- A refund belongs to the gift it names, else it stands under its own identifier. The own currency is the one with the largest net.
-- Grain: one row a transaction id whose gifts or refunds are not 0. Unit: amount_minor in minor units of currency, the others of the base currency.
-- Parameters: $last_batch (what was known), $statement_day (last day of the statement's lines). Empty case: no gift, no row.
-- profiles is above 1 where two sources name a transaction alike. Numbered in the order of the ids, in parts of 16,384.
CREATE TEMPORARY TABLE proven_gift AS
WITH given AS (
    SELECT
        coalesce(reverses, source_id) AS transaction_id,
        currency,
        min(profile) AS first_profile,
        max(profile) AS last_profile,
        max(CASE WHEN base_minor > 0 THEN cleared_on END) AS cleared_on,
        CAST(sum(amount_minor) AS BIGINT) AS amount_minor,
        CAST(sum(base_minor) AS BIGINT) AS base_minor
    FROM entry
    WHERE kind = 'gift' AND batch_id <= $last_batch AND cleared_on <= $statement_day
    GROUP BY coalesce(reverses, source_id), currency
),
placed AS (
    SELECT
        transaction_id,
        currency,
        first_profile,
        last_profile,
        cleared_on,
        amount_minor,
        base_minor,
        row_number() OVER (PARTITION BY transaction_id ORDER BY base_minor DESC, currency COLLATE "C") AS place
    FROM given
),
taken AS (
    SELECT coalesce(reverses, source_id) AS entry_id, min(refers_to) AS refers_to, sum(base_minor) AS refunded_minor
    FROM entry
    WHERE kind IN ('gift_refund', 'chargeback') AND batch_id <= $last_batch AND cleared_on <= $statement_day
    GROUP BY profile, kind, coalesce(reverses, source_id)
),
movement AS (
    SELECT
        transaction_id,
        CASE WHEN place = 1 THEN currency END AS currency,
        first_profile,
        last_profile,
        CASE WHEN place = 1 THEN cleared_on END AS cleared_on,
        CASE WHEN place = 1 THEN amount_minor ELSE 0 END AS amount_minor,
        base_minor,
        0 AS refunded_minor
    FROM placed
    UNION ALL
    SELECT coalesce(refers_to, entry_id), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS DATE), 0, 0, refunded_minor
    FROM taken
)
SELECT
    CAST(floor((row_number() OVER (ORDER BY transaction_id COLLATE "C") - 1) / 16384) AS INTEGER) AS part,
    transaction_id,
    max(currency) AS currency,
    CASE WHEN min(first_profile) <> max(last_profile) THEN 2 ELSE 1 END AS profiles,
    max(cleared_on) AS cleared_on,
    CAST(sum(amount_minor) AS BIGINT) AS amount_minor,
    CAST(sum(base_minor) AS BIGINT) AS base_minor,
    CAST(sum(refunded_minor) AS BIGINT) AS refunded_minor
FROM movement
GROUP BY transaction_id
HAVING sum(base_minor) <> 0 OR sum(refunded_minor) <> 0;
