-- What partners state of people; a statement that names only a project belongs to the organisation the project was awarded to.
-- Grain: one row an organisation, indicator, period, measure and split. Unit: people, as stated; projects of one organisation add up.
-- Parameters: $last_batch (what was known). Empty case: no statement, or all taken back: no row; a stated zero has one.
WITH project AS (
    SELECT refers_to, min(organisation_id) AS organisation_id
    FROM entry
    WHERE kind = 'allocation' AND refers_to IS NOT NULL AND batch_id <= $last_batch
    GROUP BY refers_to
)
SELECT
    coalesce(statement.organisation_id, project.organisation_id, 'unknown') AS organisation_id,
    statement.indicator,
    statement.period,
    statement.measure,
    statement.split,
    CAST(sum(statement.people) AS BIGINT) AS people
FROM statement
LEFT JOIN project ON project.refers_to = statement.refers_to
WHERE statement.batch_id <= $last_batch
GROUP BY
    coalesce(statement.organisation_id, project.organisation_id, 'unknown'),
    statement.indicator,
    statement.period,
    statement.measure,
    statement.split
HAVING sum(CASE WHEN statement.reverses IS NULL THEN 1 ELSE -1 END) > 0;
