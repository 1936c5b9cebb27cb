-- Lots of one epoch, f: the money of each bucket, from where to where of its designation's money.
-- Grain: one row a bucket. Unit: minor units of the base currency. Parameters: none; reads lot_now and lot_bucket.
-- Empty case: no money, no row. Days are few: nothing here is sorted that grows with the gifts.
CREATE TEMPORARY TABLE lot_span AS
SELECT
    held.bucket,
    lot_bucket.designation,
    CAST(sum(held.amount_minor) OVER (PARTITION BY lot_bucket.designation ORDER BY held.bucket) AS BIGINT) - held.amount_minor AS lo,
    CAST(sum(held.amount_minor) OVER (PARTITION BY lot_bucket.designation ORDER BY held.bucket) AS BIGINT) AS hi
FROM (SELECT bucket, CAST(sum(amount_minor) AS BIGINT) AS amount_minor FROM lot_now GROUP BY bucket) AS held
INNER JOIN lot_bucket ON lot_bucket.bucket = held.bucket;
