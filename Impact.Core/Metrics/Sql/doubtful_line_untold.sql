-- The lines between books and processor's report where nobody tells the report: none, since nothing is compared.
-- Grain: as of doubtful_line. Unit: minor units of the base currency. Parameters: none. Empty case: always empty.
CREATE TEMPORARY TABLE doubtful_line (
    subject VARCHAR,
    item VARCHAR,
    own_kind VARCHAR,
    own_minor BIGINT,
    other_minor BIGINT,
    own_day DATE,
    other_day DATE
);
