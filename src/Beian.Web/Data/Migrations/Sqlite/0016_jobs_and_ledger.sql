CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    account_id TEXT,
    actor_name TEXT NOT NULL,
    data TEXT NOT NULL,
    state TEXT NOT NULL,
    progress INTEGER NOT NULL,
    total INTEGER,
    attempts INTEGER NOT NULL,
    claim_id TEXT,
    lease_until TEXT NOT NULL,
    created_at TEXT NOT NULL,
    finished_at TEXT,
    expires_at TEXT,
    result TEXT
);
CREATE INDEX ix_jobs_state_lease_until ON jobs (state, lease_until);
CREATE INDEX ix_jobs_account_id_id ON jobs (account_id, id);
CREATE INDEX ix_jobs_expires_at ON jobs (expires_at);

-- The ledgers are read in the order of entering, of one office and of all of them.
CREATE INDEX ix_register_entries_service_id ON register_entries (service, id);
CREATE INDEX ix_register_entries_service_authority_id_id ON register_entries (service, authority_id, id);
CREATE INDEX ix_filings_service_id ON filings (service, id);
CREATE INDEX ix_filings_service_authority_id_id ON filings (service, authority_id, id);
