-- Lots, step 8: everything that uses lots, numbered in its order. "taken" is charged to one gift (or to what it takes back),
-- "drawn" uses the lots of a designation first in, first out. A fee that names no gift is the pool's.
-- Grain: one row an outflow. Unit: minor units of the base currency, above 0. Parameters: none; reads lot_net. Empty case: no row.
CREATE TEMPORARY TABLE lot_out AS
WITH used AS (
    SELECT
        epoch,
        CASE
            WHEN kind IN ('gift', 'interest', 'other_income', 'opening_balance', 'return') THEN 'taken'
            WHEN kind IN ('gift_refund', 'chargeback') THEN 'taken'
            WHEN kind IN ('processor_fee', 'platform_fee', 'bank_charge') AND refers_to IS NOT NULL THEN 'taken'
            ELSE 'drawn'
        END AS way,
        CASE WHEN kind IN ('interest', 'other_income', 'opening_balance', 'return') THEN kind ELSE 'gift' END AS target_kind,
        CASE WHEN kind IN ('gift', 'interest', 'other_income', 'opening_balance', 'return') THEN source_id ELSE refers_to END AS target_id,
        kind,
        CASE
            WHEN kind IN ('processor_fee', 'platform_fee', 'bank_charge') AND refers_to IS NULL THEN 'pool'
            ELSE designation
        END AS designation,
        designation AS own_designation,
        organisation_id,
        cleared_on,
        CASE WHEN amount_minor < 0 THEN -amount_minor ELSE amount_minor END AS amount_minor,
        profile,
        source_id
    FROM lot_net
    WHERE (kind IN ('gift', 'interest', 'other_income', 'opening_balance', 'return') AND amount_minor < 0)
        OR (kind NOT IN ('gift', 'interest', 'other_income', 'opening_balance', 'return') AND amount_minor > 0)
)
SELECT
    row_number() OVER (
        ORDER BY
            epoch, cleared_on, profile COLLATE "C", source_id COLLATE "C", kind COLLATE "C", own_designation COLLATE "C"
    ) AS number,
    epoch,
    way,
    target_kind,
    target_id,
    kind,
    designation,
    organisation_id,
    cleared_on,
    amount_minor,
    profile,
    source_id
FROM used;
