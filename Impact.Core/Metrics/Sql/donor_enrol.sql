-- Enrols the individual donors who first gave by the end of a month and are not enrolled yet: in that month, once, ever.
-- Grain: one row a donor's token. Unit: none. Parameters: $month (first day of the month); reads donor_first.
-- Empty case: nobody new, no row. Band and region stay what they were when the donor was enrolled, whatever is told later.
INSERT INTO donor_enrolment (donor, month_start, band, region)
SELECT donor_first.donor, $month, donor_first.band, donor_first.region
FROM donor_first
WHERE donor_first.month_start <= $month AND NOT EXISTS (
    SELECT 1 FROM donor_enrolment AS listed WHERE listed.donor = donor_first.donor
);
