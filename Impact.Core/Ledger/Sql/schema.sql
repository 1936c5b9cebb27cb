-- The private record store of one fund. Append-only: rows are added, never changed; an edit is a reversal and a new row.
-- Grain: stated at each table. Unit: amount_minor in minor units of currency, base_minor in minor units of the fund's base currency.
-- Parameters: none. Empty case: a new ledger has every table and no row.
CREATE TABLE IF NOT EXISTS batch (
    batch_id INTEGER NOT NULL,
    file_sha256 VARCHAR NOT NULL,
    profile VARCHAR NOT NULL,
    profile_version INTEGER NOT NULL,
    received_at TIMESTAMP NOT NULL,
    tells VARCHAR NOT NULL,
    rows_in BIGINT NOT NULL,
    rows_stored BIGINT NOT NULL,
    rows_known BIGINT NOT NULL,
    rows_rejected BIGINT NOT NULL,
    rows_reversed BIGINT NOT NULL
);

-- One row a finding: a rule that a row of a batch broke (rejected) or met with a remark (stored). Never the cell itself.
CREATE TABLE IF NOT EXISTS finding (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    rule VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    rejected BOOLEAN NOT NULL
);

-- One row a movement of money, a decision or a promise.
CREATE TABLE IF NOT EXISTS entry (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    occurred_on DATE NOT NULL,
    cleared_on DATE,
    amount_minor BIGINT NOT NULL,
    currency VARCHAR NOT NULL,
    base_minor BIGINT NOT NULL,
    organisation_id VARCHAR,
    designation VARCHAR NOT NULL,
    category VARCHAR,
    giver_kind VARCHAR,
    giver VARCHAR,
    donor UUID,
    region VARCHAR,
    recurring BOOLEAN,
    refers_to VARCHAR,
    reverses VARCHAR,
    reason VARCHAR,
    rate_day DATE,
    rate_batch INTEGER,
    rate_line BIGINT
);

-- A ledger that is older than rate tables gets the three columns at the end, as a new one has them.
ALTER TABLE entry ADD COLUMN IF NOT EXISTS rate_day DATE;
ALTER TABLE entry ADD COLUMN IF NOT EXISTS rate_batch INTEGER;
ALTER TABLE entry ADD COLUMN IF NOT EXISTS rate_line BIGINT;

-- One row a published rate: one unit of base was worth so many units of currency. All its digits as one whole number (unscaled), and
-- how many of them stand behind the point (decimals). An entry that was converted names the day, batch and line of its rate.
CREATE TABLE IF NOT EXISTS rate (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    base VARCHAR NOT NULL,
    day DATE NOT NULL,
    currency VARCHAR NOT NULL,
    unscaled BIGINT NOT NULL,
    decimals INTEGER NOT NULL
);

-- One row a service to one household; the household is a keyed token.
CREATE TABLE IF NOT EXISTS service (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    household UUID NOT NULL,
    organisation_id VARCHAR NOT NULL,
    service VARCHAR NOT NULL,
    occurred_on DATE NOT NULL,
    place VARCHAR NOT NULL,
    household_size VARCHAR,
    reverses VARCHAR
);

-- One row a value that an organisation states for an indicator and a period.
CREATE TABLE IF NOT EXISTS statement (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    organisation_id VARCHAR,
    refers_to VARCHAR,
    indicator VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    split VARCHAR NOT NULL,
    people BIGINT NOT NULL,
    certified_on DATE,
    reverses VARCHAR
);

-- One row a balance that a bank or a processor states, or an item in transit between them.
CREATE TABLE IF NOT EXISTS balance (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    as_of DATE NOT NULL,
    account VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    base_minor BIGINT NOT NULL,
    reverses VARCHAR
);

-- One row a line of the other side's own account: what the bank or the processor has booked, above 0 into the fund's account.
-- A bank statement holds names of donors, account numbers and free texts. Nothing here can hold them: what the books are compared
-- by is the reference, the day and the amount, and what is not stored cannot leak.
CREATE TABLE IF NOT EXISTS account_line (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    booked_on DATE NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency VARCHAR NOT NULL,
    base_minor BIGINT NOT NULL,
    kind VARCHAR,
    refers_to VARCHAR,
    reverses VARCHAR
);

-- One row an explanation of one difference of one amount; when the amount changes, the explanation no longer holds.
CREATE TABLE IF NOT EXISTS explanation (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    match VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    amount_minor BIGINT NOT NULL,
    owner VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    note_en VARCHAR,
    note_es VARCHAR,
    explained_on DATE NOT NULL,
    reverses VARCHAR
);

-- One row an organisation that a source's own register names.
CREATE TABLE IF NOT EXISTS organisation (
    batch_id INTEGER NOT NULL,
    organisation_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL
);
-- The first line of its batch that names it so; a register that was loaded before lines were kept has none.
ALTER TABLE organisation ADD COLUMN IF NOT EXISTS line BIGINT;

-- One row a step of one correction: what was wrong, why, and how far it is. What is empty is not narrowed down: it means all.
CREATE TABLE IF NOT EXISTS correction (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    correction VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    recorded_on DATE NOT NULL,
    table_id VARCHAR,
    organisation_id VARCHAR,
    period VARCHAR,
    indicator VARCHAR,
    subject VARCHAR NOT NULL,
    amount_minor BIGINT,
    noticed_by VARCHAR NOT NULL,
    what_en VARCHAR NOT NULL,
    what_es VARCHAR NOT NULL,
    why_en VARCHAR NOT NULL,
    why_es VARCHAR NOT NULL
);

-- One row a reply of one partner to a figure.
CREATE TABLE IF NOT EXISTS reply (
    batch_id INTEGER NOT NULL,
    line BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    reply VARCHAR NOT NULL,
    organisation_id VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    replied_on DATE NOT NULL,
    table_id VARCHAR,
    period VARCHAR,
    indicator VARCHAR,
    text_en VARCHAR NOT NULL,
    text_es VARCHAR NOT NULL
);

-- One row a household that is counted, once, ever: by one organisation, or (counted_by empty) by the whole fund. It is the list of
-- everybody who was ever helped: rows are added when a month is closed, and never moved, so that no published count changes.
CREATE TABLE IF NOT EXISTS household_enrolment (
    household UUID NOT NULL,
    counted_by VARCHAR NOT NULL,
    organisation_id VARCHAR NOT NULL,
    month_start DATE NOT NULL
);

-- One row an individual donor who is counted, once, ever, with the band and region as they were told then.
CREATE TABLE IF NOT EXISTS donor_enrolment (
    donor UUID NOT NULL,
    month_start DATE NOT NULL,
    band VARCHAR NOT NULL,
    region VARCHAR NOT NULL
);

-- One row a month whose enrolments are complete: whoever is told later enters a later month.
CREATE TABLE IF NOT EXISTS enrolment_close (
    month_start DATE NOT NULL
);

-- One row a kind of service in which a household counts, at most three over its life, by one organisation or (counted_by empty) by the
-- whole fund: rows are added when months are closed, and never chosen anew, so that no count that was published could change.
CREATE TABLE IF NOT EXISTS household_service (
    household UUID NOT NULL,
    counted_by VARCHAR NOT NULL,
    service VARCHAR NOT NULL,
    month_start DATE NOT NULL
);

-- One row a month for which the kinds of service that count are chosen.
CREATE TABLE IF NOT EXISTS household_service_close (
    month_start DATE NOT NULL
);

-- One row an organisation that the fund file listed when a file of services was taken in. What is counted by organisation is counted for
-- all of these, whether anybody was helped or not: so none of them may leave the fund file.
CREATE TABLE IF NOT EXISTS listed_organisation (
    organisation_id VARCHAR NOT NULL
);
