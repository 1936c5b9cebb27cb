-- The Funding Status statement (layout of the UN MPTF Office), both panels from one ledger.
-- Grain: one row a line. Unit: minor units of the base currency; unknown and partial count parts that no source tells.
-- Only an opening balance is the fund's or a partner's by its organisation; a cost that names one is still the fund's.
-- Parameters: $statement_day (last day that counts). Empty case: every line is there, with 0.
WITH base_line (line, measure, of_fund, main) AS (
    VALUES
        ('opening_balance', 'opening_balance', 1, 0),
        ('contributions', 'received', 1, 1),
        ('interest', 'interest', 1, 0),
        ('other_income', 'other_income', 1, 0),
        ('transfers', 'disbursed', 0, 1),
        ('returns', 'returned', 0, 0),
        ('gift_refunds', 'refunded', 1, 0),
        ('chargebacks', 'charged_back', 1, 0),
        ('processor_fees', 'processor_fees', 1, 0),
        ('platform_fees', 'platform_fees', 1, 0),
        ('bank_charges', 'bank_charges', 1, 0),
        ('direct_costs', 'fund_costs', 1, 0),
        ('partner_opening_balance', 'opening_balance', 0, 0),
        ('partner_expenditure', 'spent', 0, 1)
),
line (position, panel, line, sign, part, factor) AS (
    VALUES
        (1, 'fund', 'opening_balance', 'plus', 'opening_balance', 1),
        (2, 'fund', 'contributions', 'plus', 'contributions', 1),
        (3, 'fund', 'interest', 'plus', 'interest', 1),
        (4, 'fund', 'other_income', 'plus', 'other_income', 1),
        (5, 'fund', 'total_sources', 'total', 'opening_balance', 1),
        (5, 'fund', 'total_sources', 'total', 'contributions', 1),
        (5, 'fund', 'total_sources', 'total', 'interest', 1),
        (5, 'fund', 'total_sources', 'total', 'other_income', 1),
        (6, 'fund', 'transfers', 'plus', 'transfers', 1),
        (7, 'fund', 'returns', 'minus', 'returns', 1),
        (8, 'fund', 'gift_refunds', 'plus', 'gift_refunds', 1),
        (9, 'fund', 'chargebacks', 'plus', 'chargebacks', 1),
        (10, 'fund', 'processor_fees', 'plus', 'processor_fees', 1),
        (11, 'fund', 'platform_fees', 'plus', 'platform_fees', 1),
        (12, 'fund', 'bank_charges', 'plus', 'bank_charges', 1),
        (13, 'fund', 'direct_costs', 'plus', 'direct_costs', 1),
        (14, 'fund', 'total_uses', 'total', 'transfers', 1),
        (14, 'fund', 'total_uses', 'total', 'returns', -1),
        (14, 'fund', 'total_uses', 'total', 'gift_refunds', 1),
        (14, 'fund', 'total_uses', 'total', 'chargebacks', 1),
        (14, 'fund', 'total_uses', 'total', 'processor_fees', 1),
        (14, 'fund', 'total_uses', 'total', 'platform_fees', 1),
        (14, 'fund', 'total_uses', 'total', 'bank_charges', 1),
        (14, 'fund', 'total_uses', 'total', 'direct_costs', 1),
        (15, 'fund', 'fund_balance', 'total', 'opening_balance', 1),
        (15, 'fund', 'fund_balance', 'total', 'contributions', 1),
        (15, 'fund', 'fund_balance', 'total', 'interest', 1),
        (15, 'fund', 'fund_balance', 'total', 'other_income', 1),
        (15, 'fund', 'fund_balance', 'total', 'transfers', -1),
        (15, 'fund', 'fund_balance', 'total', 'returns', 1),
        (15, 'fund', 'fund_balance', 'total', 'gift_refunds', -1),
        (15, 'fund', 'fund_balance', 'total', 'chargebacks', -1),
        (15, 'fund', 'fund_balance', 'total', 'processor_fees', -1),
        (15, 'fund', 'fund_balance', 'total', 'platform_fees', -1),
        (15, 'fund', 'fund_balance', 'total', 'bank_charges', -1),
        (15, 'fund', 'fund_balance', 'total', 'direct_costs', -1),
        (16, 'partners', 'partner_opening_balance', 'plus', 'partner_opening_balance', 1),
        (17, 'partners', 'partner_resources', 'total', 'partner_opening_balance', 1),
        (17, 'partners', 'partner_resources', 'total', 'transfers', 1),
        (17, 'partners', 'partner_resources', 'total', 'returns', -1),
        (18, 'partners', 'partner_expenditure', 'minus', 'partner_expenditure', 1),
        (19, 'partners', 'partner_balance', 'total', 'partner_opening_balance', 1),
        (19, 'partners', 'partner_balance', 'total', 'transfers', 1),
        (19, 'partners', 'partner_balance', 'total', 'returns', -1),
        (19, 'partners', 'partner_balance', 'total', 'partner_expenditure', -1),
        (20, 'total', 'total_balance', 'total', 'opening_balance', 1),
        (20, 'total', 'total_balance', 'total', 'contributions', 1),
        (20, 'total', 'total_balance', 'total', 'interest', 1),
        (20, 'total', 'total_balance', 'total', 'other_income', 1),
        (20, 'total', 'total_balance', 'total', 'gift_refunds', -1),
        (20, 'total', 'total_balance', 'total', 'chargebacks', -1),
        (20, 'total', 'total_balance', 'total', 'processor_fees', -1),
        (20, 'total', 'total_balance', 'total', 'platform_fees', -1),
        (20, 'total', 'total_balance', 'total', 'bank_charges', -1),
        (20, 'total', 'total_balance', 'total', 'direct_costs', -1),
        (20, 'total', 'total_balance', 'total', 'partner_opening_balance', 1),
        (20, 'total', 'total_balance', 'total', 'partner_expenditure', -1)
),
base_amount AS (
    SELECT
        base_line.line,
        CAST(coalesce(sum(flow.amount_minor), 0) AS BIGINT) AS amount_minor,
        max(CASE WHEN told.measure IS NULL THEN base_line.main ELSE 0 END) AS unknown,
        max(CASE WHEN told.measure IS NULL THEN 1 ELSE 0 END) AS partial
    FROM base_line
    LEFT JOIN told ON told.measure = base_line.measure
    LEFT JOIN flow
        ON flow.measure = base_line.measure
        AND (base_line.measure <> 'opening_balance' OR CASE WHEN flow.organisation_id IS NULL THEN 1 ELSE 0 END = base_line.of_fund)
        AND flow.month_start <= $statement_day
    GROUP BY base_line.line
)
SELECT
    line.position,
    line.panel,
    line.line,
    line.sign,
    CAST(sum(line.factor * base_amount.amount_minor) AS BIGINT) AS amount_minor,
    max(base_amount.unknown) AS unknown,
    max(base_amount.partial) AS partial
FROM line
INNER JOIN base_amount ON base_amount.line = line.part
GROUP BY line.position, line.panel, line.line, line.sign
ORDER BY line.position;
