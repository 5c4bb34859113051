-- Whose account somebody of the national service platform signs in to.
CREATE TABLE platform_links (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    issuer text NOT NULL,
    subject text NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE UNIQUE INDEX ix_platform_links_issuer_subject ON platform_links (issuer, subject);
CREATE INDEX ix_platform_links_account_id ON platform_links (account_id);
