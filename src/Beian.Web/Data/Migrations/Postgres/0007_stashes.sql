CREATE TABLE stashes (
    id uuid NOT NULL PRIMARY KEY,
    filing_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id),
    content text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_stashes_account_id_filing_id ON stashes (account_id, filing_id);
CREATE INDEX ix_stashes_created_at ON stashes (created_at);
