-- Which faults and remarks occur at all among the staged rows of this fund.
-- Grain: one row. Unit: bit masks. Parameters: none. Empty case: 0.
SELECT
    count(CASE WHEN is_of_fund THEN 1 END) AS rows_in,
    coalesce(bit_or(CASE WHEN is_of_fund THEN faults ELSE 0 END), 0) AS faults,
    coalesce(bit_or(CASE WHEN is_of_fund THEN remarks ELSE 0 END), 0) AS remarks
FROM scratch.staged;
