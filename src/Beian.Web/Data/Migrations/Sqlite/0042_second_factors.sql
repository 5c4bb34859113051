-- The authenticator of an account, its secret sealed, and the codes for the day it is lost. A step counts once.
CREATE TABLE second_factors (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    secret TEXT NOT NULL,
    added_at TEXT NOT NULL,
    last_step INTEGER NOT NULL
);

CREATE TABLE recovery_codes (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    hash TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX ix_recovery_codes_account_id ON recovery_codes (account_id);
