-- Who administers the officers and offices below an authority; those there are review, until somebody says otherwise.
ALTER TABLE accounts ADD COLUMN role text;
ALTER TABLE accounts ADD COLUMN suspended_at timestamp with time zone;
UPDATE accounts SET role = 'Reviewer' WHERE kind = 'Officer';
CREATE INDEX ix_accounts_authority_id_id ON accounts (authority_id, id);

ALTER TABLE authorities ADD COLUMN notice text;
-- The services an office takes no filings of for now, with a blank between them.
ALTER TABLE authorities ADD COLUMN closed_services text NOT NULL DEFAULT '';
ALTER TABLE authorities ADD COLUMN changed_at timestamp with time zone;

CREATE TABLE holiday_tables (
    id uuid NOT NULL PRIMARY KEY,
    year integer NOT NULL,
    version integer NOT NULL,
    days text NOT NULL,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    uploaded_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_holiday_tables_year_version ON holiday_tables (year, version);

-- Where something happened, so that an office finds what happened with it; the seals do not cover it, what happened they do.
ALTER TABLE events ADD COLUMN authority_id text;
UPDATE events SET authority_id = (SELECT f.authority_id FROM filings f WHERE f.id = events.subject_id) WHERE subject_kind = 'filing';
UPDATE events SET authority_id = (SELECT e.authority_id FROM register_entries e WHERE e.public_id = events.subject_id) WHERE subject_kind = 'entry';
UPDATE events SET authority_id = (SELECT a.authority_id FROM accounts a WHERE a.id = events.subject_id) WHERE subject_kind = 'account';
CREATE INDEX ix_events_authority_id_id ON events (authority_id, id);
CREATE INDEX ix_events_actor_id_id ON events (actor_id, id);
