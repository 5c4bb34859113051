CREATE TABLE jobs (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    account_id uuid,
    actor_name text NOT NULL,
    data text NOT NULL,
    state text NOT NULL,
    progress integer NOT NULL,
    total integer,
    attempts integer NOT NULL,
    claim_id uuid,
    lease_until timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    expires_at timestamp with time zone,
    result text
);
CREATE INDEX ix_jobs_state_lease_until ON jobs (state, lease_until);
CREATE INDEX ix_jobs_account_id_id ON jobs (account_id, id);
CREATE INDEX ix_jobs_expires_at ON jobs (expires_at);

-- The ledgers are read in the order of entering, of one office and of all of them.
CREATE INDEX ix_register_entries_service_id ON register_entries (service, id);
CREATE INDEX ix_register_entries_service_authority_id_id ON register_entries (service, authority_id, id);
CREATE INDEX ix_filings_service_id ON filings (service, id);
CREATE INDEX ix_filings_service_authority_id_id ON filings (service, authority_id, id);
