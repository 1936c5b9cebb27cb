-- The measures that readers know, by organisation and month.
-- Grain: one row a measure, organisation (empty: the fund) and both months of money: from month_start on it counts to date, in shown_start
-- tables by period show it. Unit: minor units of the base currency.
-- A part without spending takes every category and none, so that no category can lose money.
-- Parameters: none; reads money and category_spending. Empty case: no money, no row.
CREATE TEMPORARY TABLE flow AS
WITH part (measure, kind, spending) AS (
    VALUES
        ('opening_balance', 'opening_balance', ''),
        ('received', 'gift', ''),
        ('refunded', 'gift_refund', ''),
        ('charged_back', 'chargeback', ''),
        ('interest', 'interest', ''),
        ('other_income', 'other_income', ''),
        ('processor_fees', 'processor_fee', ''),
        ('platform_fees', 'platform_fee', ''),
        ('bank_charges', 'bank_charge', ''),
        ('fund_costs', 'fund_cost', ''),
        ('allocated', 'allocation', ''),
        ('allocated', 'allocation_change', ''),
        ('disbursed', 'disbursement', ''),
        ('returned', 'return', ''),
        ('confirmed', 'receipt', ''),
        ('spent_programme', 'expenditure', 'programme'),
        ('spent_management', 'expenditure', 'management'),
        ('spent_fundraising', 'expenditure', 'fundraising'),
        ('spent', 'expenditure', '')
),
spending_money AS (
    SELECT money.kind, money.organisation_id, money.month_start, money.shown_start, money.amount_minor, coalesce(category_spending.spending, '') AS spending
    FROM money
    LEFT JOIN category_spending ON category_spending.category = money.category
)
SELECT
    part.measure,
    spending_money.organisation_id,
    spending_money.month_start,
    spending_money.shown_start,
    CAST(sum(spending_money.amount_minor) AS BIGINT) AS amount_minor
FROM spending_money
INNER JOIN part ON part.kind = spending_money.kind AND (part.spending = '' OR part.spending = spending_money.spending)
GROUP BY part.measure, spending_money.organisation_id, spending_money.month_start, spending_money.shown_start;
