-- Who administers the officers and offices below an authority; those there are review, until somebody says otherwise.
ALTER TABLE accounts ADD COLUMN role TEXT;
ALTER TABLE accounts ADD COLUMN suspended_at TEXT;
UPDATE accounts SET role = 'Reviewer' WHERE kind = 'Officer';
CREATE INDEX ix_accounts_authority_id_id ON accounts (authority_id, id);

ALTER TABLE authorities ADD COLUMN notice TEXT;
-- The services an office takes no filings of for now, with a blank between them.
ALTER TABLE authorities ADD COLUMN closed_services TEXT NOT NULL DEFAULT '';
ALTER TABLE authorities ADD COLUMN changed_at TEXT;

CREATE TABLE holiday_tables (
    id TEXT NOT NULL PRIMARY KEY,
    year INTEGER NOT NULL,
    version INTEGER NOT NULL,
    days TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    uploaded_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_holiday_tables_year_version ON holiday_tables (year, version);

-- Where something happened, so that an office finds what happened with it; the seals do not cover it, what happened they do.
ALTER TABLE events ADD COLUMN authority_id TEXT;
UPDATE events SET authority_id = (SELECT f.authority_id FROM filings f WHERE f.id = events.subject_id) WHERE subject_kind = 'filing';
UPDATE events SET authority_id = (SELECT e.authority_id FROM register_entries e WHERE e.public_id = events.subject_id) WHERE subject_kind = 'entry';
UPDATE events SET authority_id = (SELECT a.authority_id FROM accounts a WHERE a.id = events.subject_id) WHERE subject_kind = 'account';
CREATE INDEX ix_events_authority_id_id ON events (authority_id, id);
CREATE INDEX ix_events_actor_id_id ON events (actor_id, id);
