-- Every piece with its names: which lot it is a part of, and what used it.
-- Grain: one row a piece; outflow 0 is still with the fund, below 0 was paid in another gift's place. Unit: minor units of the base currency.
-- Parameters: $source_id (the lots of one source's id; null for all). Empty case: no lot, no row.
SELECT
    lot_bucket.designation,
    lot_bucket.epoch,
    lot_bucket.cleared_on AS came_on,
    lot_source.profile,
    lot_source.kind,
    lot_piece.source_id,
    lot_piece.amount_minor,
    lot_piece.outflow,
    lot_piece.offset_minor,
    lot_out.kind AS used_for,
    lot_out.source_id AS used_by,
    lot_out.organisation_id,
    lot_out.cleared_on AS used_on
FROM lot_piece
INNER JOIN lot_bucket ON lot_bucket.bucket = lot_piece.bucket
INNER JOIN lot_source ON lot_source.source = lot_piece.source
LEFT JOIN lot_out ON lot_out.number = CASE WHEN lot_piece.outflow < 0 THEN -lot_piece.outflow ELSE lot_piece.outflow END
WHERE CAST($source_id AS VARCHAR) IS NULL OR lot_piece.source_id = CAST($source_id AS VARCHAR);
