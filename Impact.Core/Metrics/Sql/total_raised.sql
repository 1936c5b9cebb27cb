-- What people and organisations gave, before and after what went back to them and what fees took.
-- Grain: two rows, "gross" and "net". Unit: minor units of the base currency.
-- Parameters: $statement_day (last day that counts); reads flow. Empty case: both rows are there, with 0.
WITH part (measure, of_gross, of_net) AS (
    VALUES
        ('received', 1, 1),
        ('refunded', 0, -1),
        ('charged_back', 0, -1),
        ('processor_fees', 0, -1),
        ('platform_fees', 0, -1),
        ('bank_charges', 0, -1)
),
total AS (
    SELECT
        CAST(coalesce(sum(part.of_gross * flow.amount_minor), 0) AS BIGINT) AS gross_minor,
        CAST(coalesce(sum(part.of_net * flow.amount_minor), 0) AS BIGINT) AS net_minor
    FROM flow
    INNER JOIN part ON part.measure = flow.measure
    WHERE flow.month_start <= $statement_day
)
SELECT 'gross' AS measure, gross_minor AS amount_minor FROM total
UNION ALL
SELECT 'net' AS measure, net_minor AS amount_minor FROM total;
