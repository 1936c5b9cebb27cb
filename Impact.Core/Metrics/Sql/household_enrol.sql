-- Enrols the households that were first helped by the end of the months that are closed now and are not enrolled yet: once, ever, in the month
-- of their first help; whoever is told late enters the first of these months, so no published month ever changes.
-- Grain: one row a household's token and counted_by. Unit: none. Parameters: $first_open and $last_open (first days of the first and last
-- month that are closed now; those between them are, too); reads first_help. Empty case: nobody new, no row.
INSERT INTO household_enrolment (household, counted_by, organisation_id, month_start)
SELECT
    first_help.household, first_help.counted_by, first_help.organisation_id,
    CASE WHEN first_help.month_start < $first_open THEN $first_open ELSE first_help.month_start END AS month_start
FROM first_help
WHERE first_help.month_start <= $last_open AND NOT EXISTS (
    SELECT 1 FROM household_enrolment AS listed
    WHERE listed.household = first_help.household AND listed.counted_by = first_help.counted_by
);
