-- Chooses what each household counts in as months are closed: at most three kinds of service over its life, each once. What was chosen
-- before stays and takes up its place; a service told late enters the first month that is still open, or finds no place left.
-- Grain: one row a household's token, counted_by and kind of service. Unit: none. Parameters: $first_open and $last_open (first days of the
-- first and last month that are closed now), $most_kinds (kinds a household may count in); reads first_service. Empty case: nothing new,
-- no row. The first kinds are taken; of kinds of one month the hash of token and kind decides, which nobody without the token key can
-- foretell and which depends on no other household. md5 is no protection here; every engine has it as text.
INSERT INTO household_service (household, counted_by, service, month_start)
WITH chosen AS (
    SELECT household, counted_by, count(*) AS kinds FROM household_service GROUP BY household, counted_by
),
ordered AS (
    SELECT
        first_service.household, first_service.counted_by, first_service.service, first_service.month_start,
        coalesce(chosen.kinds, 0) + row_number() OVER (
            PARTITION BY first_service.household, first_service.counted_by
            ORDER BY
                first_service.month_start, md5(CAST(first_service.household AS VARCHAR) || '|' || first_service.service),
                first_service.service
        ) AS place
    FROM first_service
    LEFT JOIN household_service
        ON household_service.household = first_service.household AND household_service.counted_by = first_service.counted_by
        AND household_service.service = first_service.service
    LEFT JOIN chosen ON chosen.household = first_service.household AND chosen.counted_by = first_service.counted_by
    WHERE first_service.month_start <= $last_open AND household_service.household IS NULL
)
SELECT household, counted_by, service, CASE WHEN month_start < $first_open THEN $first_open ELSE month_start END AS month_start
FROM ordered
WHERE place <= $most_kinds;
