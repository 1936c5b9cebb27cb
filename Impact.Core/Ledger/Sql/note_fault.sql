-- Notes one fault or remark for every staged row that has its bit.
-- Grain: one row a row at fault. Unit: record number from 0. Parameters: $bit, $rule, $column, $rejects. Empty case: nothing noted.
INSERT INTO verdict
SELECT rowid, $rule, $column, $rejects
FROM scratch.staged
WHERE is_of_fund AND ((faults | remarks) & CAST($bit AS BIGINT)) <> 0;
