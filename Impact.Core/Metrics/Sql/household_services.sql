-- Every chosen kind of service, so that the program can count them itself and see that no household counts more often than it may.
-- Grain: one row a household's token, counted_by and kind of service, the rows of a household together. Unit: none. Parameters: none.
-- Empty case: nobody, no row.
SELECT household, counted_by, service, month_start FROM household_service ORDER BY household;
