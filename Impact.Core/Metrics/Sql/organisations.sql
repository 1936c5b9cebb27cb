-- The organisations that sources' own registers name: where a register spells one differently, its most frequent name and kind.
-- Grain: one row an organisation. Unit: none. Parameters: $last_batch (what was known). Empty case: no register, no row.
WITH spelled AS (
    SELECT organisation_id, name, type, count(*) AS times
    FROM organisation
    WHERE batch_id <= $last_batch
    GROUP BY organisation_id, name, type
),
ranked AS (
    SELECT organisation_id, name, type, row_number() OVER (PARTITION BY organisation_id ORDER BY times DESC, name, type) AS place
    FROM spelled
)
SELECT organisation_id, name, type FROM ranked WHERE place = 1 ORDER BY organisation_id;
