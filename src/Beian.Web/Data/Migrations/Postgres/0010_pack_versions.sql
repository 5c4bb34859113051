CREATE TABLE pack_versions (
    id uuid NOT NULL PRIMARY KEY,
    service text NOT NULL,
    major integer NOT NULL,
    minor integer NOT NULL,
    format integer NOT NULL,
    sha256 text NOT NULL,
    json text NOT NULL,
    published_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_pack_versions_service_major_minor ON pack_versions (service, major, minor);

CREATE TABLE draft_migrations (
    id uuid NOT NULL PRIMARY KEY,
    service text NOT NULL,
    to_version text NOT NULL,
    at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone
);

-- What a draft held before it was moved; goes with the draft.
CREATE TABLE moved_drafts (
    id uuid NOT NULL PRIMARY KEY,
    migration_id uuid NOT NULL REFERENCES draft_migrations (id),
    filing_id uuid NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    from_version text NOT NULL,
    answers text NOT NULL,
    personal_answers text,
    moved_to_version integer NOT NULL,
    moved_back_at timestamp with time zone
);
CREATE INDEX ix_moved_drafts_migration_id ON moved_drafts (migration_id);
CREATE INDEX ix_moved_drafts_filing_id ON moved_drafts (filing_id);

-- The major version whose register.yaml the public answers follow. Until now there was only the first.
ALTER TABLE register_entries ADD COLUMN register_major integer NOT NULL DEFAULT 1;
