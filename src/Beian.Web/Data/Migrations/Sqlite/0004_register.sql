CREATE TABLE register_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_id TEXT NOT NULL,
    service TEXT NOT NULL,
    definition_version TEXT NOT NULL,
    number TEXT NOT NULL,
    code TEXT NOT NULL,
    code_key TEXT NOT NULL,
    name TEXT NOT NULL,
    public_answers TEXT NOT NULL,
    authority_id TEXT NOT NULL REFERENCES authorities (id),
    state TEXT NOT NULL,
    filing_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    first_approved_at TEXT NOT NULL,
    approved_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_register_entries_service_number ON register_entries (service, number);
CREATE UNIQUE INDEX ix_register_entries_public_id ON register_entries (public_id);
CREATE INDEX ix_register_entries_filing_id ON register_entries (filing_id);
CREATE UNIQUE INDEX ix_register_entries_service_code_key ON register_entries (service, code_key) WHERE state = 'Valid';

CREATE TABLE entry_versions (
    id TEXT NOT NULL PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES register_entries (public_id),
    version INTEGER NOT NULL,
    filing_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    answers TEXT NOT NULL,
    personal_answers TEXT,
    sha256 TEXT NOT NULL,
    approved_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_entry_versions_entry_id_version ON entry_versions (entry_id, version);
