-- Staged rows whose identity stood in the file before, with how many times it had.
-- Grain: one row a repeated row, the first one not among them. Unit: record number from 0.
-- Parameters: none. Empty case: no row repeats. Only identities that share a hash are compared as texts.
CREATE TEMPORARY TABLE repeat AS
SELECT record, earlier
FROM (
    SELECT rowid AS record, row_number() OVER (PARTITION BY identity ORDER BY rowid) - 1 AS earlier
    FROM scratch.staged
    WHERE is_of_fund
        AND faults = 0
        AND hash(identity) IN (SELECT hash(identity) FROM scratch.staged WHERE is_of_fund AND faults = 0 GROUP BY hash(identity) HAVING count(*) > 1)
)
WHERE earlier > 0;
