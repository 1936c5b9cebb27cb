-- When each donor first gave, in which band that gift was (the smallest of its day), and where the donor lives, as told that month.
-- Grain: one row a donor's token. Unit: none. Parameters: none; reads donor_month and gift_band. Empty case: no donor, no row.
CREATE TEMPORARY TABLE donor_first AS
SELECT first.donor, first.month_start, gift_band.band, coalesce(donor_month.region, 'unknown') AS region
FROM (SELECT donor, min(month_start) AS month_start, min(first_gift) AS first_gift FROM donor_month GROUP BY donor) AS first
INNER JOIN donor_month ON donor_month.donor = first.donor AND donor_month.month_start = first.month_start
INNER JOIN gift_band
    ON first.first_gift % 10000000000000 >= gift_band.from_minor AND first.first_gift % 10000000000000 < gift_band.below_minor;
