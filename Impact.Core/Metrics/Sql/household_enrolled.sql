-- Every enrolment, so that the program can count them itself and see that nobody is there twice: no household of one organisation, and
-- where a household is counted once for the whole fund, no household at all.
-- Grain: one row an enrolment, the rows of a household together. Unit: none. Parameters: $once_a_fund (whether a household is counted once
-- for the whole fund). Empty case: nobody, no row.
SELECT CAST(household AS VARCHAR) || CASE WHEN $once_a_fund THEN '' ELSE ' ' || counted_by END AS counted, organisation_id AS part, month_start
FROM household_enrolment
ORDER BY household, counted_by;
