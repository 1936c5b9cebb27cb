-- What each household counts in, before anything is counted.
-- Grain: one row a household's token, counted_by and kind of service. Unit: none. Parameters: none; reads bounded_service.
-- Empty case: nobody, no row.
SELECT CAST(household AS VARCHAR) AS household, counted_by, service, month_start FROM bounded_service;
