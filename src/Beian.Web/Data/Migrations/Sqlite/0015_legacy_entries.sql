-- A claim may rest on an entry that came without a filing: filing_id may be empty.
CREATE TABLE claims_new (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    filing_id TEXT REFERENCES filings (id),
    service TEXT NOT NULL,
    code_key TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL
);
INSERT INTO claims_new (id, account_id, filing_id, service, code_key, state, created_at)
SELECT id, account_id, filing_id, service, code_key, state, created_at FROM claims;
DROP TABLE claims;
ALTER TABLE claims_new RENAME TO claims;
CREATE UNIQUE INDEX ix_claims_filing_id ON claims (filing_id);
CREATE INDEX ix_claims_service_code_key_state ON claims (service, code_key, state);
CREATE INDEX ix_claims_account_id_state ON claims (account_id, state);

-- The key of a version that came without a filing; empty: the filing's.
ALTER TABLE entry_versions ADD COLUMN subject_key TEXT;

-- An authority's entries, newest first.
CREATE INDEX ix_register_entries_authority_id_id ON register_entries (authority_id, id);

-- How far the reading of a file has come; written with the rows it counts.
CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    entered INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    present INTEGER NOT NULL,
    faulty INTEGER NOT NULL,
    report_length INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    finished_at TEXT
);
CREATE UNIQUE INDEX ix_imports_service_file_sha256 ON imports (service, file_sha256);
