-- Chooses what each household counts in as months are closed: at most three kinds of service over its life, each once. What was chosen
-- before stays and takes up its place; a service told late enters the first month that is still open, or finds no place left.
-- Grain: one row a household's token, counted_by and kind of service. Unit: none. Parameters: $first_open and $last_open (first days of the
-- first and last month that are closed now), $most_kinds (kinds a household may count in); reads first_service. Empty case: nothing new,
-- no row. The first kinds are taken; of kinds of one month the hash of token and kind decides, which nobody without the token key can
-- foretell and which depends on no other household. md5 is no protection here; every engine has it as text, and twelve digits are enough.
-- Only households with more kinds than there is place for are put in order: that is what is dear.
INSERT INTO household_service (household, counted_by, service, month_start)
WITH fresh AS (
    SELECT first_service.household, first_service.counted_by, first_service.service, first_service.month_start
    FROM first_service
    WHERE first_service.month_start <= $last_open AND NOT EXISTS (
        SELECT 1 FROM household_service AS chosen
        WHERE chosen.household = first_service.household AND chosen.counted_by = first_service.counted_by
            AND chosen.service = first_service.service
    )
),
kept AS (
    SELECT household, counted_by, count(*) AS kinds FROM household_service GROUP BY household, counted_by
),
crowded AS (
    SELECT fresh.household, fresh.counted_by, coalesce(max(kept.kinds), 0) AS taken
    FROM fresh
    LEFT JOIN kept ON kept.household = fresh.household AND kept.counted_by = fresh.counted_by
    GROUP BY fresh.household, fresh.counted_by
    HAVING count(*) + coalesce(max(kept.kinds), 0) > $most_kinds
),
ordered AS (
    SELECT
        fresh.household, fresh.counted_by, fresh.service, fresh.month_start,
        crowded.taken + row_number() OVER (
            PARTITION BY fresh.household, fresh.counted_by
            ORDER BY
                fresh.month_start, substr(md5(CAST(fresh.household AS VARCHAR) || '|' || fresh.service), 1, 12), fresh.service
        ) AS place
    FROM fresh
    INNER JOIN crowded ON crowded.household = fresh.household AND crowded.counted_by = fresh.counted_by
),
counting AS (
    SELECT fresh.household, fresh.counted_by, fresh.service, fresh.month_start
    FROM fresh
    WHERE NOT EXISTS (
        SELECT 1 FROM crowded WHERE crowded.household = fresh.household AND crowded.counted_by = fresh.counted_by
    )
    UNION ALL
    SELECT household, counted_by, service, month_start FROM ordered WHERE place <= $most_kinds
)
SELECT household, counted_by, service, CASE WHEN month_start < $first_open THEN $first_open ELSE month_start END AS month_start
FROM counting;
