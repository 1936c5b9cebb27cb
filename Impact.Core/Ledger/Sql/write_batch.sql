-- The batch's own row, which closes it: rows in = stored + known + rejected.
-- Grain: one row. Unit: rows. Parameters: $batch, $sha256, $profile, $version, $received_at, $tells, $rows_in, $reversed.
-- Empty case: a batch of no rows still has its row.
INSERT INTO batch
SELECT
    $batch,
    $sha256,
    $profile,
    $version,
    $received_at,
    $tells,
    $rows_in,
    $rows_in - (SELECT count(*) FROM excluded),
    (SELECT count(*) FROM known),
    (SELECT count(DISTINCT record) FROM verdict WHERE rejected),
    $reversed;
