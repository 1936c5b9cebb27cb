-- Every enrolment up to a month, counted, and how many different units there are among them: the program compares the two, for nobody may
-- be there twice. A unit is a household of one organisation, and where a household is counted once for the whole fund, the household.
-- Grain: one row an organisation and month; units is that of all rows. Unit: enrolments. Parameters: $last (first day of the month),
-- $once_a_fund (whether a household is counted once for the whole fund). Empty case: nobody, no row.
SELECT
    organisation_id AS part, month_start, count(*) AS people,
    (
        SELECT count(*)
        FROM (
            SELECT household
            FROM household_enrolment
            WHERE month_start <= $last
            GROUP BY household, CASE WHEN $once_a_fund THEN '' ELSE counted_by END
        ) AS unit
    ) AS units
FROM household_enrolment
WHERE month_start <= $last
GROUP BY organisation_id, month_start;
