-- Enrols the individual donors who first gave by the end of the months that are closed now and are not enrolled yet: once, ever, in the month
-- of their first gift; whoever is told late enters the first of these months.
-- Grain: one row a donor's token. Unit: none. Parameters: $first_open and $last_open (first days of the first and last month that are closed
-- now; those between them are, too); reads donor_first. Empty case: nobody new, no row. Band and region stay what they were when the
-- donor was enrolled, whatever is told later.
INSERT INTO donor_enrolment (donor, month_start, band, region)
SELECT
    donor_first.donor, CASE WHEN donor_first.month_start < $first_open THEN $first_open ELSE donor_first.month_start END AS month_start,
    donor_first.band, donor_first.region
FROM donor_first
WHERE donor_first.month_start <= $last_open AND NOT EXISTS (
    SELECT 1 FROM donor_enrolment AS listed WHERE listed.donor = donor_first.donor
);
