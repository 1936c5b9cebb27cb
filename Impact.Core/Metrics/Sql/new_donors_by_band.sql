-- Donors by the month and band of their first gift. It stays in until noise protects it.
-- Grain: one row a month and band. Unit: donors. Parameters: none; reads donor_first. Empty case: no donor, no row.
SELECT month_start AS period_start, band AS part, count(*) AS donors FROM donor_first GROUP BY month_start, band;
