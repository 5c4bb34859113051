-- Whose account somebody of the national service platform signs in to.
CREATE TABLE platform_links (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    used_at TEXT
);
CREATE UNIQUE INDEX ix_platform_links_issuer_subject ON platform_links (issuer, subject);
CREATE INDEX ix_platform_links_account_id ON platform_links (account_id);
