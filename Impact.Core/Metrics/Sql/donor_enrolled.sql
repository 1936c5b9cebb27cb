-- Every donor enrolled up to a month, so that the program can count them itself and see that nobody is there twice.
-- Grain: one row an enrolment, the rows of a donor together. Unit: none. Parameters: $last (first day of the month). Empty case: nobody, no row.
SELECT donor AS counted, '' AS by_whom, band, region, month_start FROM donor_enrolment WHERE month_start <= $last ORDER BY donor;
