-- The chosen kinds of service, counted, with what the program needs to see that no unit counts more often than it may: how many different
-- choices there are, and the most kinds of one unit. A unit is a household of one organisation, and where a household is counted once
-- for the whole fund, the household.
-- Grain: one row a kind of service and month; different and most are those of all rows. Unit: households. Parameters: $once_a_fund (whether a
-- household is counted once for the whole fund). Empty case: nobody, no row.
WITH unit AS (
    SELECT household, counted_by, count(*) AS kinds
    FROM (
        SELECT household, CASE WHEN $once_a_fund THEN '' ELSE counted_by END AS counted_by, service
        FROM household_service
        GROUP BY household, CASE WHEN $once_a_fund THEN '' ELSE counted_by END, service
    ) AS choice
    GROUP BY household, counted_by
),
bound AS (
    SELECT CAST(sum(kinds) AS BIGINT) AS different, max(kinds) AS most FROM unit
)
SELECT cell.service, cell.month_start, cell.households, bound.different, bound.most
FROM (SELECT service, month_start, count(*) AS households FROM household_service GROUP BY service, month_start) AS cell
CROSS JOIN bound;
