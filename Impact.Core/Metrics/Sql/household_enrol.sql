-- Enrols the households that were first helped by the end of a month and are not enrolled yet: in that month, once, ever.
-- Grain: one row a household's token and counted_by. Unit: none. Parameters: $month (first day of the month); reads first_help.
-- Empty case: nobody new, no row. Whoever is told late enters the first month that is still open, so no published month ever changes.
INSERT INTO household_enrolment (household, counted_by, organisation_id, month_start)
SELECT first_help.household, first_help.counted_by, first_help.organisation_id, $month
FROM first_help
WHERE first_help.month_start <= $month AND NOT EXISTS (
    SELECT 1 FROM household_enrolment AS listed
    WHERE listed.household = first_help.household AND listed.counted_by = first_help.counted_by
);
