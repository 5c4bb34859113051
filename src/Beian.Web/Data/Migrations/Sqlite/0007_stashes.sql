CREATE TABLE stashes (
    id TEXT NOT NULL PRIMARY KEY,
    filing_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    content TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_stashes_account_id_filing_id ON stashes (account_id, filing_id);
CREATE INDEX ix_stashes_created_at ON stashes (created_at);
