-- Notes that the fund file listed an organisation when services were taken in.
-- Grain: one row an organisation, once. Unit: none. Parameters: $organisation (its identifier). Empty case: noted before, no row.
INSERT INTO listed_organisation (organisation_id)
SELECT $organisation AS organisation_id
WHERE NOT EXISTS (SELECT 1 FROM listed_organisation WHERE listed_organisation.organisation_id = $organisation);
