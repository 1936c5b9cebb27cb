-- Gate "references": a refund or chargeback names a gift and takes back no more than it; a refund, chargeback or fee is booked on its
-- gift's designation; a reversal names an entry of its own kind and takes back exactly that, in the fund's currency and in its own, once:
-- an entry that comes back may be taken back again. An identifier that two sources gave to gifts names none of them.
-- What goes back is compared with its gift in the gift's own currency: at another day's rate the same euros are other dollars.
-- Grain: one row a kind with wrong entries. Unit: number of entries, as amount_minor.
-- Parameters: $last_batch (what was known), $cut_off (last day that counts). Empty case: no row: passed.
-- Of two designations that differ one is not the pool: only such entries are joined. What was taken back since is no wrong entry.
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
        min(entry.currency) AS currency, max(entry.currency) AS other_currency,
        min(entry.profile) AS profile, max(entry.profile) AS other_profile
    FROM entry
    INNER JOIN taken_back ON taken_back.refers_to = entry.source_id
    WHERE entry.kind = 'gift' AND entry.batch_id <= $last_batch
    GROUP BY entry.source_id
),
charge AS (
    SELECT profile, kind, source_id, refers_to, designation
    FROM entry
    WHERE kind IN ('gift_refund', 'chargeback', 'processor_fee', 'platform_fee', 'bank_charge')
        AND refers_to IS NOT NULL
        AND reverses IS NULL
        AND batch_id <= $last_batch
        AND cleared_on <= $cut_off
),
misplaced AS (
    SELECT charge.profile, charge.kind, charge.source_id, charge.designation, entry.source_id AS gift_id, entry.designation AS gift_designation
    FROM charge
    INNER JOIN entry ON entry.source_id = charge.refers_to
    WHERE entry.kind = 'gift' AND entry.designation <> 'pool' AND entry.designation <> charge.designation AND entry.batch_id <= $last_batch
    UNION
    SELECT charge.profile, charge.kind, charge.source_id, charge.designation, entry.source_id, entry.designation
    FROM charge
    INNER JOIN entry ON entry.source_id = charge.refers_to
    WHERE charge.designation <> 'pool' AND entry.kind = 'gift' AND entry.designation = 'pool' AND entry.batch_id <= $last_batch
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
        OR gift.profile <> gift.other_profile
        OR CASE
            WHEN taken_back.currency = gift.currency AND taken_back.other_currency = gift.currency AND gift.other_currency = gift.currency
                THEN taken_back.own_minor > gift.own_minor
            ELSE taken_back.base_minor > gift.base_minor
        END
    UNION ALL
    SELECT misplaced.kind AS subject
    FROM misplaced
    WHERE (
        SELECT sum(own.base_minor)
        FROM entry AS own
        WHERE own.profile = misplaced.profile
            AND own.kind = misplaced.kind
            AND coalesce(own.reverses, own.source_id) = misplaced.source_id
            AND own.designation = misplaced.designation
            AND own.batch_id <= $last_batch
            AND own.cleared_on <= $cut_off
    ) > 0
    AND (
        SELECT sum(own.base_minor)
        FROM entry AS own
        WHERE own.kind = 'gift'
            AND coalesce(own.reverses, own.source_id) = misplaced.gift_id
            AND own.designation = misplaced.gift_designation
            AND own.batch_id <= $last_batch
            AND own.cleared_on <= $cut_off
    ) > 0
    UNION ALL
    SELECT reversal.kind AS subject
    FROM entry AS reversal
    LEFT JOIN entry AS original
        ON original.source_id = reversal.reverses
        AND original.profile = reversal.profile
        AND original.kind = reversal.kind
        AND original.base_minor = -reversal.base_minor
        AND original.amount_minor = -reversal.amount_minor
        AND original.currency = reversal.currency
        AND original.batch_id <= $last_batch
    WHERE reversal.reverses IS NOT NULL
        AND reversal.batch_id <= $last_batch
        AND reversal.occurred_on <= $cut_off
        AND original.source_id IS NULL
    UNION ALL
    SELECT kind AS subject FROM reversible WHERE times > originals
)
SELECT subject, count(*) AS amount_minor FROM wrong GROUP BY subject ORDER BY subject;
