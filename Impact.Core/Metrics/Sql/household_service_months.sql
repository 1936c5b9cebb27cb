-- The months for which the kinds of service that count are chosen.
-- Grain: one row a month. Unit: none. Parameters: none. Empty case: none yet, no row.
SELECT month_start FROM household_service_close ORDER BY month_start;
