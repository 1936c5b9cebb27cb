-- Every enrolment up to a month, so that the program can count them itself and see that nobody is there twice: no household of one
-- organisation, and where a household is counted once for the whole fund, no household at all.
-- Grain: one row an enrolment, the rows of a household together. Unit: none. Parameters: $last (first day of the month), $once_a_fund
-- (whether a household is counted once for the whole fund). Empty case: nobody, no row.
SELECT household AS counted, CASE WHEN $once_a_fund THEN '' ELSE counted_by END AS by_whom, organisation_id AS part, month_start
FROM household_enrolment
WHERE month_start <= $last
ORDER BY household, counted_by;
