CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    key_hash TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    address TEXT,
    user_agent TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_sessions_key_hash ON sessions (key_hash);
CREATE INDEX ix_sessions_account_id ON sessions (account_id);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);

CREATE TABLE sign_in_failures (
    subject TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    last_at TEXT NOT NULL
);
CREATE INDEX ix_sign_in_failures_last_at ON sign_in_failures (last_at);

CREATE TABLE email_confirmations (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    email TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX ix_email_confirmations_account_id ON email_confirmations (account_id);

CREATE TABLE data_protection_keys (
    name TEXT NOT NULL PRIMARY KEY,
    xml TEXT NOT NULL,
    created_at TEXT NOT NULL
);
