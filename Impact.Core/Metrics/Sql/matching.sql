-- Every item on which two sides differ: a disbursement and its receipt, the books and the processor's report, the books and the bank,
-- the processor's payouts and the bank; and what a partner spent beyond what it was sent. Also each item between organisations that was
-- explained and has since been settled.
-- Grain: one row an item that differs or was settled. Unit: minor units of the base currency, the other side less the fund's.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts); reads told_match and flow.
-- Empty case: both sides agree, or no source tells another side: no row.
-- Both sides are added up by their reference before they meet, so that a second line of one reference is a difference and
-- never a second item; a side that nobody tells is left out before, since every gift is on it. An account is compared from the first day that it tells of.
CREATE TEMPORARY TABLE matching AS
WITH sent AS (
    SELECT
        coalesce(organisation_id, '') AS organisation_id,
        coalesce(reverses, source_id) AS item,
        sum(base_minor) AS own_minor,
        min(cleared_on) AS first_day,
        min(occurred_on) AS sent_on
    FROM entry
    WHERE kind = 'disbursement' AND batch_id <= $last_batch AND cleared_on <= $statement_day
    GROUP BY coalesce(organisation_id, ''), coalesce(reverses, source_id)
    HAVING sum(base_minor) <> 0
),
receipt AS (
    SELECT
        coalesce(organisation_id, '') AS organisation_id,
        coalesce(reverses, source_id) AS receipt,
        coalesce(max(refers_to), '') AS item,
        sum(base_minor) AS other_minor,
        min(cleared_on) AS first_day,
        min(occurred_on) AS received_on
    FROM entry
    WHERE kind = 'receipt' AND batch_id <= $last_batch AND cleared_on <= $statement_day
    GROUP BY coalesce(organisation_id, ''), coalesce(reverses, source_id)
    HAVING sum(base_minor) <> 0
),
confirmed AS (
    SELECT organisation_id, item, count(*) AS receipts, sum(other_minor) AS other_minor, min(received_on) AS received_on
    FROM receipt
    GROUP BY organisation_id, item
),
receipt_pair AS (
    SELECT
        'receipt' AS match,
        'disbursement' AS flow,
        sent.item,
        sent.organisation_id,
        sent.first_day,
        CASE
            WHEN confirmed.item IS NULL THEN 'missing_receipt'
            WHEN confirmed.receipts > 1 THEN 'several_receipts'
            WHEN confirmed.other_minor <> sent.own_minor THEN 'amount_differs'
            ELSE 'settled'
        END AS difference,
        coalesce(confirmed.other_minor, 0) - sent.own_minor AS amount_minor,
        confirmed.received_on - sent.sent_on AS lag_days
    FROM sent
    LEFT JOIN confirmed ON confirmed.organisation_id = sent.organisation_id AND confirmed.item = sent.item
    UNION ALL
    SELECT
        'receipt' AS match,
        'disbursement' AS flow,
        receipt.receipt AS item,
        receipt.organisation_id,
        receipt.first_day,
        'receipt_without_disbursement' AS difference,
        receipt.other_minor AS amount_minor,
        CAST(NULL AS INTEGER) AS lag_days
    FROM receipt
    LEFT JOIN sent ON sent.organisation_id = receipt.organisation_id AND sent.item = receipt.item
    WHERE sent.item IS NULL
),
account AS (
    SELECT account, kind, coalesce(refers_to, reverses, source_id) AS item, booked_on, base_minor
    FROM account_line
    WHERE batch_id <= $last_batch AND booked_on <= $statement_day
),
payout AS (
    SELECT DISTINCT item FROM account WHERE account = 'processor' AND kind = 'payout'
),
side AS (
    SELECT
        CASE WHEN kind IN ('gift', 'gift_refund', 'chargeback', 'processor_fee') THEN 'processor' ELSE 'bank' END AS match,
        CASE WHEN kind IN ('gift', 'gift_refund', 'chargeback', 'processor_fee') THEN kind ELSE '' END AS subject,
        CASE
            WHEN kind IN ('gift_refund', 'chargeback', 'processor_fee') THEN coalesce(refers_to, reverses, source_id)
            ELSE coalesce(reverses, source_id)
        END AS item,
        kind AS own_kind,
        organisation_id,
        CASE WHEN kind IN ('gift', 'return', 'interest', 'other_income') THEN base_minor ELSE -base_minor END AS own_minor,
        0 AS other_minor,
        cleared_on AS own_day,
        CAST(NULL AS DATE) AS other_day
    FROM entry
    WHERE kind IN (
            'gift', 'gift_refund', 'chargeback', 'processor_fee', 'disbursement', 'return', 'interest', 'other_income', 'bank_charge',
            'platform_fee', 'fund_cost'
        )
        AND batch_id <= $last_batch
        AND cleared_on <= $statement_day
    UNION ALL
    SELECT 'payout', '', item, 'payout', NULL, -base_minor, 0, booked_on, NULL
    FROM account
    WHERE account = 'processor' AND kind = 'payout'
    UNION ALL
    SELECT
        CASE
            WHEN kind IN ('gift', 'gift_refund', 'chargeback', 'processor_fee') THEN 'processor'
            WHEN account = 'processor' THEN 'processor'
            WHEN kind = 'payout' OR item IN (SELECT payout.item FROM payout) THEN 'payout'
            ELSE 'bank'
        END,
        CASE WHEN account = 'processor' OR kind IN ('gift', 'gift_refund', 'chargeback', 'processor_fee') THEN coalesce(kind, 'other') ELSE '' END,
        item, NULL, NULL, 0, base_minor, NULL, booked_on
    FROM account
    WHERE account <> 'processor' OR kind IS NULL OR kind <> 'payout'
),
begun AS (
    SELECT 'processor' AS match, min(booked_on) AS first_day FROM account WHERE account = 'processor'
    UNION ALL
    SELECT 'bank', min(booked_on) FROM account WHERE account = 'bank'
    UNION ALL
    SELECT 'payout', greatest(
        (SELECT min(booked_on) FROM account WHERE account = 'processor'),
        (SELECT min(booked_on) FROM account WHERE account = 'bank')
    )
),
pair AS (
    SELECT
        match,
        item,
        max(own_kind) AS own_kind,
        max(organisation_id) AS organisation_id,
        sum(own_minor) AS own_minor,
        sum(other_minor) AS other_minor,
        count(own_day) AS own_lines,
        count(other_day) AS other_lines,
        coalesce(min(own_day), min(other_day)) AS first_day
    FROM side
    WHERE match IN (SELECT told_match.match FROM told_match)
    GROUP BY match, subject, item
),
account_pair AS (
    SELECT
        pair.match,
        CASE
            WHEN pair.match = 'processor' THEN 'gifts'
            WHEN pair.match = 'payout' THEN 'payouts'
            WHEN pair.own_kind IS NULL THEN 'unknown'
            WHEN pair.own_kind IN ('disbursement', 'return') THEN pair.own_kind
            ELSE 'costs_and_income'
        END AS flow,
        pair.item,
        pair.organisation_id,
        pair.first_day,
        CASE
            WHEN pair.own_minor = pair.other_minor THEN 'settled'
            WHEN pair.other_lines = 0 THEN 'missing_line'
            WHEN pair.own_lines = 0 THEN 'line_without_entry'
            ELSE 'amount_differs'
        END AS difference,
        pair.other_minor - pair.own_minor AS amount_minor,
        CAST(NULL AS INTEGER) AS lag_days
    FROM pair
    INNER JOIN begun ON begun.match = pair.match
    WHERE (pair.own_lines > 0 AND pair.other_lines > 0) OR begun.first_day IS NULL OR pair.first_day >= begun.first_day
),
partner_quarter AS (
    SELECT
        organisation_id,
        CAST(date_trunc('quarter', month_start) AS DATE) AS quarter_start,
        sum(CASE WHEN measure IN ('spent', 'returned') THEN amount_minor ELSE -amount_minor END) AS beyond_minor
    FROM flow
    WHERE measure IN ('opening_balance', 'disbursed', 'returned', 'spent')
        AND coalesce(organisation_id, '') <> ''
        AND month_start <= $statement_day
    GROUP BY organisation_id, CAST(date_trunc('quarter', month_start) AS DATE)
),
partner_close AS (
    SELECT
        organisation_id,
        quarter_start,
        sum(beyond_minor) OVER (PARTITION BY organisation_id ORDER BY quarter_start) AS beyond_minor,
        sum(beyond_minor) OVER (PARTITION BY organisation_id) AS last_minor
    FROM partner_quarter
),
partner_even AS (
    SELECT organisation_id, max(quarter_start) AS quarter_start
    FROM partner_close
    WHERE beyond_minor <= 0
    GROUP BY organisation_id
),
balance_pair AS (
    SELECT
        'partner_balance' AS match,
        'spending' AS flow,
        partner_close.organisation_id AS item,
        partner_close.organisation_id,
        min(partner_close.quarter_start) AS first_day,
        'spent_beyond_sent' AS difference,
        partner_close.last_minor AS amount_minor,
        CAST(NULL AS INTEGER) AS lag_days
    FROM partner_close
    LEFT JOIN partner_even ON partner_even.organisation_id = partner_close.organisation_id
    WHERE partner_close.last_minor > 0
        AND (partner_even.quarter_start IS NULL OR partner_close.quarter_start > partner_even.quarter_start)
    GROUP BY partner_close.organisation_id, partner_close.last_minor
),
explained AS (
    SELECT match, item, amount_minor, max(owner) AS owner, max(code) AS code, max(note_en) AS note_en, max(note_es) AS note_es
    FROM explanation
    WHERE batch_id <= $last_batch
    GROUP BY match, item, amount_minor
),
compared AS (
    SELECT * FROM receipt_pair
    UNION ALL
    SELECT * FROM account_pair
    UNION ALL
    SELECT * FROM balance_pair
)
SELECT
    compared.match,
    compared.flow,
    compared.item,
    compared.organisation_id,
    compared.first_day,
    compared.difference,
    CAST(compared.amount_minor AS BIGINT) AS amount_minor,
    compared.lag_days,
    coalesce(explained.owner, CASE WHEN compared.match = 'partner_balance' THEN 'partner' END) AS owner,
    explained.code AS explanation,
    explained.note_en,
    explained.note_es,
    CASE
        WHEN compared.difference = 'settled' THEN 'resolved'
        WHEN explained.item IS NOT NULL THEN 'explained'
        WHEN compared.difference IN ('missing_receipt', 'missing_line', 'line_without_entry')
            AND CAST($statement_day AS DATE) - compared.first_day <= 5 THEN 'in_transit'
        ELSE 'open'
    END AS state
FROM compared
INNER JOIN told_match ON told_match.match = compared.match
LEFT JOIN explained
    ON explained.match = compared.match
    AND explained.item = compared.item
    AND explained.amount_minor = compared.amount_minor
WHERE compared.difference <> 'settled'
    OR (
        compared.flow IN ('disbursement', 'return')
        AND EXISTS (SELECT 1 FROM explained AS once WHERE once.match = compared.match AND once.item = compared.item)
    );
