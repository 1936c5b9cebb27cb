-- What became of one gift as of this release: the one query that answers it.
-- Grain: one row a place, organisation, measure, quarter and day. Unit: minor units of the base currency; the rows add up to the gift.
-- Parameters: $gift (the source's own id), $statement_day (last day that counts for partners). Empty case: no such gift, no row.
-- A payment of a quarter that is not closed names no partner.
WITH part AS (
    SELECT
        lot_piece.outflow,
        lot_piece.offset_minor AS lo,
        lot_piece.offset_minor + lot_piece.amount_minor AS hi,
        lot_piece.amount_minor,
        lot_out.kind,
        lot_out.cleared_on
    FROM lot_piece
    INNER JOIN lot_source ON lot_source.source = lot_piece.source
    LEFT JOIN lot_out ON lot_out.number = abs(lot_piece.outflow)
    WHERE lot_source.kind = 'gift' AND lot_piece.source_id = $gift
),
step AS (
    SELECT 'fund' AS place, NULL AS organisation_id, NULL AS measure, CAST(NULL AS DATE) AS period_start, CAST(NULL AS DATE) AS since, amount_minor
    FROM part
    WHERE outflow = 0
    UNION ALL
    SELECT CASE WHEN outflow < 0 THEN 'advanced' ELSE 'taken' END, NULL, kind, NULL, cleared_on, amount_minor
    FROM part
    WHERE outflow < 0 OR (outflow > 0 AND kind <> 'disbursement')
    UNION ALL
    SELECT 'partners', NULL, NULL, NULL, NULL, amount_minor
    FROM part
    WHERE outflow > 0 AND kind = 'disbursement' AND cleared_on > $statement_day
    UNION ALL
    SELECT
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
SELECT place, organisation_id, measure, period_start, since, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM step
GROUP BY place, organisation_id, measure, period_start, since;
