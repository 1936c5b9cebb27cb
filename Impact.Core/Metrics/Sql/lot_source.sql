-- Lots, step 5: where lots come from. What comes back after publication (a payment taken back) is a source of its kind as well.
-- Grain: one row a source, kind and kind of giver, numbered from 1. Unit: none.
-- Parameters: none; reads lot_seen. Empty case: no money, no row.
CREATE TEMPORARY TABLE lot_source AS
SELECT
    CAST(row_number() OVER (ORDER BY profile COLLATE "C", kind COLLATE "C", giver_kind COLLATE "C") AS INTEGER) AS source,
    profile,
    kind,
    giver_kind
FROM (SELECT DISTINCT profile, kind, giver_kind FROM lot_seen) AS seen;
