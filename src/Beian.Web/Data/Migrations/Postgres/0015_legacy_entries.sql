-- A claim may rest on an entry that came without a filing: filing_id may be empty.
ALTER TABLE claims ALTER COLUMN filing_id DROP NOT NULL;
CREATE INDEX ix_claims_account_id_state ON claims (account_id, state);

-- The key of a version that came without a filing; empty: the filing's.
ALTER TABLE entry_versions ADD COLUMN subject_key text;

-- An authority's entries, newest first.
CREATE INDEX ix_register_entries_authority_id_id ON register_entries (authority_id, id);

-- How far the reading of a file has come; written with the rows it counts.
CREATE TABLE imports (
    id uuid NOT NULL PRIMARY KEY,
    service text NOT NULL,
    file_sha256 text NOT NULL,
    file_name text NOT NULL,
    rows_read bigint NOT NULL,
    entered bigint NOT NULL,
    pending bigint NOT NULL,
    present bigint NOT NULL,
    faulty bigint NOT NULL,
    report_length bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone
);
CREATE UNIQUE INDEX ix_imports_service_file_sha256 ON imports (service, file_sha256);
