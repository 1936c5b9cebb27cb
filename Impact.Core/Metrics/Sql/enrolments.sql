-- Enrolments: the month of the first service of a household by an organisation, once, ever. It leaves with noise alone.
-- Grain: one row an organisation and month. Unit: households of the organisation. Parameters: none; reads first_help.
-- Empty case: no service that stands, no row.
SELECT organisation_id, month_start, count(*) AS enrolled FROM first_help GROUP BY organisation_id, month_start;
