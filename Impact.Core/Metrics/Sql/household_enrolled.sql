-- Every enrolment up to a month, so that the program can count them itself and see that nobody is there twice.
-- Grain: one row an enrolment, the rows of a household together. Unit: none. Parameters: $last (first day of the month). Empty case: nobody, no row.
SELECT CAST(household AS VARCHAR) || ' ' || counted_by AS counted, organisation_id AS part, month_start
FROM household_enrolment
WHERE month_start <= $last
ORDER BY household, counted_by;
