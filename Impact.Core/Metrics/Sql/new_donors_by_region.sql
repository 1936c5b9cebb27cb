-- Donors by the quarter of their first gift and where they live. It stays in until noise protects it.
-- Grain: one row a quarter and region. Unit: donors. Parameters: none; reads donor_first. Empty case: no donor, no row.
SELECT CAST(date_trunc('quarter', month_start) AS DATE) AS period_start, region AS part, count(*) AS donors
FROM donor_first
GROUP BY CAST(date_trunc('quarter', month_start) AS DATE), region;
