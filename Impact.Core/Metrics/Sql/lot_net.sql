-- Lots, step 4: everything but the gifts that stand as they are, each entry netted with its reversals of the same epoch.
-- A reversal of a later epoch stands alone, below 0: what was published before it is not changed. Gifts are many, so that they are
-- asked by a join of their own: one condition over both kinds would add up every row of the ledger.
-- Grain: one row an entry, epoch and designation whose sum is not 0. Unit: minor units of the base currency.
-- Parameters: none; reads lot_day, which holds only what counts, and lot_touched. Empty case: no row.
CREATE TEMPORARY TABLE lot_net AS
SELECT
    lot_day.epoch,
    entry.profile,
    entry.kind,
    coalesce(entry.reverses, entry.source_id) AS source_id,
    entry.designation,
    coalesce(min(entry.giver_kind), 'individual') AS giver_kind,
    CAST(min(CAST(entry.donor AS VARCHAR)) AS UUID) AS donor,
    min(entry.organisation_id) AS organisation_id,
    min(entry.refers_to) AS refers_to,
    CAST(sum(entry.base_minor) AS BIGINT) AS amount_minor,
    CASE
        WHEN sum(entry.base_minor) > 0 THEN max(CASE WHEN entry.base_minor > 0 THEN entry.cleared_on END)
        ELSE max(CASE WHEN entry.base_minor < 0 THEN entry.cleared_on END)
    END AS cleared_on
FROM (
    SELECT
        batch_id,
        cleared_on,
        profile,
        kind,
        source_id,
        reverses,
        designation,
        giver_kind,
        donor,
        organisation_id,
        refers_to,
        base_minor
    FROM entry
    WHERE kind IN (
            'interest', 'other_income', 'return', 'gift_refund', 'chargeback', 'processor_fee', 'platform_fee', 'bank_charge', 'fund_cost',
            'disbursement'
        )
        OR (kind = 'opening_balance' AND organisation_id IS NULL)
    UNION ALL
    SELECT
        gift.batch_id,
        gift.cleared_on,
        gift.profile,
        gift.kind,
        gift.source_id,
        gift.reverses,
        gift.designation,
        gift.giver_kind,
        gift.donor,
        gift.organisation_id,
        gift.refers_to,
        gift.base_minor
    FROM entry AS gift
    INNER JOIN lot_touched
        ON lot_touched.kind = gift.kind
        AND lot_touched.profile = gift.profile
        AND lot_touched.source_id = coalesce(gift.reverses, gift.source_id)
    WHERE gift.kind = 'gift'
) AS entry
INNER JOIN lot_day ON lot_day.batch_id = entry.batch_id AND lot_day.cleared_on = entry.cleared_on
GROUP BY lot_day.epoch, entry.profile, entry.kind, coalesce(entry.reverses, entry.source_id), entry.designation
HAVING sum(entry.base_minor) <> 0;
