CREATE TABLE pack_versions (
    id TEXT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    major INTEGER NOT NULL,
    minor INTEGER NOT NULL,
    format INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    json TEXT NOT NULL,
    published_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_pack_versions_service_major_minor ON pack_versions (service, major, minor);

CREATE TABLE draft_migrations (
    id TEXT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    to_version TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT
);

-- What a draft held before it was moved; goes with the draft.
CREATE TABLE moved_drafts (
    id TEXT NOT NULL PRIMARY KEY,
    migration_id TEXT NOT NULL REFERENCES draft_migrations (id),
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    from_version TEXT NOT NULL,
    answers TEXT NOT NULL,
    personal_answers TEXT,
    moved_to_version INTEGER NOT NULL,
    moved_back_at TEXT
);
CREATE INDEX ix_moved_drafts_migration_id ON moved_drafts (migration_id);
CREATE INDEX ix_moved_drafts_filing_id ON moved_drafts (filing_id);

-- The major version whose register.yaml the public answers follow. Until now there was only the first.
ALTER TABLE register_entries ADD COLUMN register_major INTEGER NOT NULL DEFAULT 1;
