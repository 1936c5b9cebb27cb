-- The fund's own money by month; months are rolled together afterwards where too few people gave.
-- Grain: one row a measure and calendar month. Unit: minor units of the base currency.
-- Parameters: none; reads flow. Empty case: no flow, no row; a month without money has no row here.
SELECT measure, shown_start AS period_start, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
FROM flow
WHERE measure IN ('received', 'refunded', 'charged_back', 'interest', 'other_income', 'disbursed')
GROUP BY measure, shown_start;
