-- Every donor enrolled up to a month, counted, and how many different donors there are among them: the program compares the two, for nobody
-- may be there twice.
-- Grain: one row a band, region and month; units is that of all rows. Unit: donors. Parameters: $last (first day of the month). Empty case:
-- nobody, no row.
SELECT
    band, region, month_start, count(*) AS people,
    (SELECT count(DISTINCT donor) FROM donor_enrolment WHERE month_start <= $last) AS units
FROM donor_enrolment
WHERE month_start <= $last
GROUP BY band, region, month_start;
