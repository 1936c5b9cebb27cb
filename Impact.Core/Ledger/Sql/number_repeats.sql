-- Gives the second and later of equal rows an identity of their own, so that both are kept and found again.
-- Grain: one row a repeated row. Unit: none. Parameters: none. Empty case: nothing repeats.
UPDATE scratch.staged
SET identity = staged.identity || '#' || CAST(repeat.earlier + 1 AS VARCHAR)
FROM repeat
WHERE staged.rowid = repeat.record;
