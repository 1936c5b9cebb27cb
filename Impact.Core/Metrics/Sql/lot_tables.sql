-- Lots, step 9: the tables that the epochs fill one after another. A piece is a part of one lot with one use: outflow is the number
-- of lot_out, the same below 0 for what was paid in its gift's place by other
-- gifts of its designation and then by the pool, and 0 while the part is still with the fund.
-- offset_minor is where in its outflow the piece begins, so that what partners did with it is found without another sort.
-- Grain: lot_piece a part of a lot; lot_shortfall an outflow that the pool advances; lot_owed an outflow that no lot covers yet.
-- Unit: minor units of the base currency in 64 bits: a designation's whole money must fit, and an overflow stops the run.
-- Parameters: none. Empty case: the tables are made empty.
CREATE TEMPORARY TABLE lot_piece (
    bucket INTEGER,
    source INTEGER,
    source_id VARCHAR,
    donor UUID,
    amount_minor BIGINT,
    outflow BIGINT,
    offset_minor BIGINT
);
CREATE TEMPORARY TABLE lot_shortfall (outflow BIGINT, amount_minor BIGINT);
CREATE TEMPORARY TABLE lot_owed (outflow BIGINT, designation VARCHAR, amount_minor BIGINT, offset_minor BIGINT);
