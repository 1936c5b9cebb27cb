-- The lines of gifts, refunds, chargebacks and fees, in the books and in the processor's report, that must be added up by their reference.
-- Grain: one row a line of a doubtful reference. Unit: minor units of the base currency.
-- Parameters: $last_batch (what was known), $statement_day (last day that counts); reads undone_reference.
-- Empty case: every line meets one that agrees: no row. Not run where nobody tells the processor's report.
-- Every gift is in the report, and nearly all agree: single lines meet first, and those that agree are only counted. Doubtful are the
-- references with a reversal, those whose lines do not agree, and, where more lines met than there are (crowded), those with a second line.
CREATE TEMPORARY TABLE doubtful_line AS
WITH giving AS NOT MATERIALIZED (
    SELECT
        kind AS subject,
        CASE WHEN kind = 'gift' THEN coalesce(reverses, source_id) ELSE coalesce(refers_to, reverses, source_id) END AS item,
        CASE WHEN kind = 'gift' THEN base_minor ELSE -base_minor END AS own_minor,
        cleared_on AS own_day
    FROM entry
    WHERE kind IN ('gift', 'gift_refund', 'chargeback', 'processor_fee')
        AND batch_id <= $last_batch
        AND cleared_on <= $statement_day
),
report AS NOT MATERIALIZED (
    SELECT
        coalesce(kind, 'other') AS subject,
        coalesce(refers_to, reverses, source_id) AS item,
        base_minor AS other_minor,
        booked_on AS other_day
    FROM account_line
    WHERE batch_id <= $last_batch
        AND booked_on <= $statement_day
        AND (
            (account = 'processor' AND coalesce(kind, 'other') <> 'payout')
            OR kind IN ('gift', 'gift_refund', 'chargeback', 'processor_fee')
        )
),
single_giving AS NOT MATERIALIZED (
    SELECT giving.subject, giving.item, giving.own_minor, giving.own_day
    FROM giving
    LEFT JOIN undone_reference ON undone_reference.item = giving.item AND undone_reference.subject = giving.subject
    WHERE undone_reference.item IS NULL
),
single_report AS NOT MATERIALIZED (
    SELECT report.subject, report.item, report.other_minor, report.other_day
    FROM report
    LEFT JOIN undone_reference ON undone_reference.item = report.item AND undone_reference.subject = report.subject
    WHERE undone_reference.item IS NULL
),
met AS (
    SELECT
        CASE WHEN own.own_minor = other.other_minor THEN NULL ELSE coalesce(own.subject, other.subject) END AS subject,
        CASE WHEN own.own_minor = other.other_minor THEN NULL ELSE coalesce(own.item, other.item) END AS item,
        count(own.item) AS own_lines,
        count(other.item) AS other_lines
    FROM single_giving AS own
    FULL JOIN single_report AS other ON other.item = own.item AND other.subject = own.subject
    GROUP BY
        CASE WHEN own.own_minor = other.other_minor THEN NULL ELSE coalesce(own.subject, other.subject) END,
        CASE WHEN own.own_minor = other.other_minor THEN NULL ELSE coalesce(own.item, other.item) END
),
crowded AS (
    SELECT 1 AS one
    FROM met
    HAVING sum(own_lines) <> (SELECT count(*) FROM single_giving) OR sum(other_lines) <> (SELECT count(*) FROM single_report)
),
doubtful AS (
    SELECT subject, item FROM met WHERE item IS NOT NULL
    UNION
    SELECT subject, item FROM undone_reference
    UNION
    SELECT subject, item
    FROM (
        SELECT subject, item, own_day, NULL AS other_day FROM single_giving
        UNION ALL
        SELECT subject, item, NULL, other_day FROM single_report
    ) AS line
    INNER JOIN crowded ON crowded.one = 1
    GROUP BY subject, item
    HAVING count(own_day) > 1 OR count(other_day) > 1
)
SELECT
    giving.subject,
    giving.item,
    giving.subject AS own_kind,
    giving.own_minor,
    0 AS other_minor,
    giving.own_day,
    CAST(NULL AS DATE) AS other_day
FROM giving
INNER JOIN doubtful ON doubtful.item = giving.item AND doubtful.subject = giving.subject
UNION ALL
SELECT report.subject, report.item, NULL, 0, report.other_minor, NULL, report.other_day
FROM report
INNER JOIN doubtful ON doubtful.item = report.item AND doubtful.subject = report.subject;
