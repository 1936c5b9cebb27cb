-- What became of every gift that a release proves: gift_path for all of them at once.
-- Grain: one row a transaction, place, organisation, measure, quarter and day. Unit: minor units of the base currency; a gift's rows add up to it.
-- Parameters: $statement_day (last day that counts for partners); reads proven_gift, the lot tables and partner_span.
-- Empty case: no gift, no row.
CREATE TEMPORARY TABLE proven_step AS
WITH part AS (
    SELECT
        proven_gift.part,
        proven_gift.transaction_id,
        lot_piece.outflow,
        lot_piece.offset_minor AS lo,
        lot_piece.offset_minor + lot_piece.amount_minor AS hi,
        lot_piece.amount_minor,
        lot_out.kind,
        lot_out.cleared_on
    FROM lot_piece
    INNER JOIN lot_source ON lot_source.source = lot_piece.source
    INNER JOIN proven_gift ON proven_gift.transaction_id = lot_piece.source_id
    LEFT JOIN lot_out ON lot_out.number = abs(lot_piece.outflow)
    WHERE lot_source.kind = 'gift'
),
step AS (
    SELECT
        part,
        transaction_id,
        CASE WHEN outflow = 0 THEN 'fund' WHEN outflow < 0 THEN 'advanced' WHEN kind <> 'disbursement' THEN 'taken' ELSE 'partners' END AS place,
        CAST(NULL AS VARCHAR) AS organisation_id,
        CASE WHEN outflow < 0 OR (outflow > 0 AND kind <> 'disbursement') THEN kind END AS measure,
        CAST(NULL AS DATE) AS period_start,
        CASE WHEN outflow < 0 OR (outflow > 0 AND kind <> 'disbursement') THEN cleared_on END AS since,
        amount_minor
    FROM part
    WHERE outflow <= 0 OR kind <> 'disbursement' OR cleared_on > $statement_day
    UNION ALL
    SELECT
        part.part,
        part.transaction_id,
        CASE partner_span.measure WHEN 'held' THEN 'partner' WHEN 'returned' THEN 'returned' ELSE 'spent' END,
        partner_span.organisation_id,
        CASE WHEN partner_span.measure <> 'held' THEN partner_span.measure END,
        partner_span.period_start,
        CASE WHEN partner_span.measure = 'held' THEN part.cleared_on END,
        least(part.hi, partner_span.hi) - greatest(part.lo, partner_span.lo)
    FROM part
    INNER JOIN partner_span ON partner_span.outflow = part.outflow AND partner_span.lo < part.hi AND partner_span.hi > part.lo
    WHERE part.kind = 'disbursement' AND part.cleared_on <= $statement_day
)
SELECT part, transaction_id, place, organisation_id, measure, period_start, since, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM step
GROUP BY part, transaction_id, place, organisation_id, measure, period_start, since;
