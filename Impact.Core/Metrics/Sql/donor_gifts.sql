-- Gifts of individual donors by month, and by the band of each donor's first gift. It stays in until noise protects it.
-- Grain: one row a month and band. Unit: donors, gifts, minor units of the base currency.
-- Parameters: none; reads donor_month and donor_first. Empty case: no donor, no row.
SELECT
    donor_month.month_start,
    donor_first.band,
    count(*) AS donors,
    CAST(sum(donor_month.gifts) AS BIGINT) AS gifts,
    CAST(sum(donor_month.amount_minor) AS BIGINT) AS amount_minor,
    CAST(sum(donor_month.recurring_gifts) AS BIGINT) AS recurring_gifts,
    CAST(sum(donor_month.recurring_minor) AS BIGINT) AS recurring_minor
FROM donor_month
INNER JOIN donor_first ON donor_first.donor = donor_month.donor
GROUP BY donor_month.month_start, donor_first.band;
