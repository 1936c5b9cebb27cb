-- What the ledger of a fund holds in all, whether cleared or promised.
-- Grain: one row a kind. Unit: minor units of the base currency; number of entries. Parameters: none. Empty case: no entry, no row.
SELECT kind, CAST(sum(base_minor) AS BIGINT) AS amount_minor, count(*) AS entries FROM entry GROUP BY kind ORDER BY kind;
