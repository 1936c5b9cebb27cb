-- Gate "references": a refund or chargeback names a gift and takes back no more than it; a reversal names an entry of its
-- own kind and takes back exactly that, once: an entry that comes back may be taken back again.
-- What goes back is compared with its gift in the gift's own currency: at another day's rate the same euros are other dollars.
-- Grain: one row a kind with wrong entries. Unit: number of entries, as amount_minor.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no row: passed.
WITH taken_back AS (
    SELECT
        refers_to, min(kind) AS kind, sum(base_minor) AS base_minor, sum(amount_minor) AS own_minor,
        min(currency) AS currency, max(currency) AS other_currency
    FROM entry
    WHERE kind IN ('gift_refund', 'chargeback') AND batch_id <= $last_batch AND cleared_on <= $cut_off
    GROUP BY refers_to
),
gift AS (
    SELECT
        entry.source_id, sum(entry.base_minor) AS base_minor, sum(entry.amount_minor) AS own_minor,
        min(entry.currency) AS currency, max(entry.currency) AS other_currency
    FROM entry
    INNER JOIN taken_back ON taken_back.refers_to = entry.source_id
    WHERE entry.kind = 'gift' AND entry.batch_id <= $last_batch
    GROUP BY entry.source_id
),
reversed AS (
    SELECT profile, kind, reverses, count(*) AS times
    FROM entry
    WHERE reverses IS NOT NULL AND batch_id <= $last_batch AND occurred_on <= $cut_off
    GROUP BY profile, kind, reverses
),
reversible AS (
    SELECT reversed.profile, reversed.kind, reversed.reverses, reversed.times, count(*) AS originals
    FROM reversed
    INNER JOIN entry
        ON entry.source_id = reversed.reverses
        AND entry.profile = reversed.profile
        AND entry.kind = reversed.kind
        AND entry.reverses IS NULL
        AND entry.batch_id <= $last_batch
    GROUP BY reversed.profile, reversed.kind, reversed.reverses, reversed.times
),
wrong AS (
    SELECT taken_back.kind AS subject
    FROM taken_back
    LEFT JOIN gift ON gift.source_id = taken_back.refers_to
    WHERE gift.source_id IS NULL
        OR CASE
            WHEN taken_back.currency = gift.currency AND taken_back.other_currency = gift.currency AND gift.other_currency = gift.currency
                THEN taken_back.own_minor > gift.own_minor
            ELSE taken_back.base_minor > gift.base_minor
        END
    UNION ALL
    SELECT reversal.kind AS subject
    FROM entry AS reversal
    LEFT JOIN entry AS original
        ON original.source_id = reversal.reverses
        AND original.profile = reversal.profile
        AND original.kind = reversal.kind
        AND original.base_minor = -reversal.base_minor
        AND original.batch_id <= $last_batch
    WHERE reversal.reverses IS NOT NULL
        AND reversal.batch_id <= $last_batch
        AND reversal.occurred_on <= $cut_off
        AND original.source_id IS NULL
    UNION ALL
    SELECT kind AS subject FROM reversible WHERE times > originals
)
SELECT subject, count(*) AS amount_minor FROM wrong GROUP BY subject ORDER BY subject;
