-- How much one household adds at most to the counts of services: in how many cells it counts, and how often in one. The second way to the
-- bound: by plain counting, where bounded_services chooses by order.
-- Grain: one row. Unit: rows. Parameters: none; reads bounded_service. Empty case: nobody, zeros.
SELECT CAST(coalesce(max(cells), 0) AS BIGINT) AS most_cells, coalesce(max(most), 0) AS most_in_cell
FROM (
    SELECT household, counted_by, sum(times) AS cells, max(times) AS most
    FROM (
        SELECT household, counted_by, service, count(*) AS times FROM bounded_service GROUP BY household, counted_by, service
    ) AS cell
    GROUP BY household, counted_by
) AS unit;
