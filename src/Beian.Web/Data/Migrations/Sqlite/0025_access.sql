-- Single-use links and codes: how somebody comes (back) to an account. Only hashes of the secrets are here.
CREATE TABLE one_time_keys (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    is_code INTEGER NOT NULL,
    email TEXT,
    tries INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    issued_by TEXT,
    issued_by_name TEXT,
    authority_id TEXT,
    proof TEXT
);
CREATE INDEX ix_one_time_keys_account_id_created_at ON one_time_keys (account_id, created_at);

-- Who asks for the account of an entry that has none.
CREATE TABLE claim_requests (
    id TEXT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    entry_id TEXT NOT NULL REFERENCES register_entries (public_id),
    authority_id TEXT NOT NULL REFERENCES authorities (id),
    account_id TEXT REFERENCES accounts (id),
    subject_key TEXT NOT NULL,
    contact TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT,
    reason TEXT
);
CREATE INDEX ix_claim_requests_authority_id_state_id ON claim_requests (authority_id, state, id);
CREATE INDEX ix_claim_requests_entry_id_state ON claim_requests (entry_id, state);

-- The authority an enterprise belongs to: that of what it last sent or was entered with.
ALTER TABLE accounts ADD COLUMN home_authority_id TEXT REFERENCES authorities (id);
CREATE INDEX ix_accounts_home_authority_id_id ON accounts (home_authority_id, id);
UPDATE accounts SET home_authority_id = (
    SELECT authority_id FROM filings f WHERE f.owner_id = accounts.id AND f.revision > 0 ORDER BY f.id DESC LIMIT 1
) WHERE kind = 'Enterprise';
