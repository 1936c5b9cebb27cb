-- Whether the ledger holds a record of a single person: a service to a household, or an entry of an individual donor.
-- Grain: one row. Unit: none. Parameters: none. Empty case: an empty ledger gives one row, false.
SELECT
    EXISTS (SELECT 1 FROM service) OR EXISTS (SELECT 1 FROM entry WHERE donor IS NOT NULL AND giver_kind = 'individual') AS is_there;
