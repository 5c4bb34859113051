-- Single-use links and codes: how somebody comes (back) to an account. Only hashes of the secrets are here.
CREATE TABLE one_time_keys (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    purpose text NOT NULL,
    secret_hash text NOT NULL,
    is_code boolean NOT NULL,
    email text,
    tries integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    issued_by uuid,
    issued_by_name text,
    authority_id text,
    proof text
);
CREATE INDEX ix_one_time_keys_account_id_created_at ON one_time_keys (account_id, created_at);

-- Who asks for the account of an entry that has none.
CREATE TABLE claim_requests (
    id uuid NOT NULL PRIMARY KEY,
    service text NOT NULL,
    entry_id uuid NOT NULL REFERENCES register_entries (public_id),
    authority_id text NOT NULL REFERENCES authorities (id),
    account_id uuid REFERENCES accounts (id),
    subject_key text NOT NULL,
    contact text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    reason text
);
CREATE INDEX ix_claim_requests_authority_id_state_id ON claim_requests (authority_id, state, id);
CREATE INDEX ix_claim_requests_entry_id_state ON claim_requests (entry_id, state);

-- The authority an enterprise belongs to: that of what it last sent or was entered with.
ALTER TABLE accounts ADD COLUMN home_authority_id text REFERENCES authorities (id);
CREATE INDEX ix_accounts_home_authority_id_id ON accounts (home_authority_id, id);
UPDATE accounts SET home_authority_id = (
    SELECT authority_id FROM filings f WHERE f.owner_id = accounts.id AND f.revision > 0 ORDER BY f.id DESC LIMIT 1
) WHERE kind = 'Enterprise';
