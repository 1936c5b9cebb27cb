-- Gate "screening": the newest sheet of each kind has no row that was refused because what it would publish could lead to a person.
-- Grain: one row a profile whose newest sheet has such rows. Unit: number of rows, as amount_minor.
-- Parameters: $last_batch (what was known). Empty case: no such row: passed. The same sheet without them, loaded later, closes it.
WITH newest AS (
    SELECT profile, max(batch_id) AS batch_id
    FROM batch
    WHERE batch_id <= $last_batch
    GROUP BY profile
)
SELECT newest.profile AS subject, count(DISTINCT finding.line) AS amount_minor
FROM newest
INNER JOIN finding ON finding.batch_id = newest.batch_id
WHERE finding.rejected AND finding.rule IN ('note-unfit', 'size-unfit')
GROUP BY newest.profile
ORDER BY newest.profile;
