-- The profiles that a record of a single person was told by: a service to a household, or an entry of an individual donor.
-- Grain: one row a profile. Unit: none. Parameters: none. Empty case: no such record, no row.
SELECT profile FROM service
UNION
SELECT profile FROM entry WHERE donor IS NOT NULL AND giver_kind = 'individual';
