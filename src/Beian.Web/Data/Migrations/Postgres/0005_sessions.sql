CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    key_hash text NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id),
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    address text,
    user_agent text NOT NULL
);
CREATE UNIQUE INDEX ix_sessions_key_hash ON sessions (key_hash);
CREATE INDEX ix_sessions_account_id ON sessions (account_id);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);

CREATE TABLE sign_in_failures (
    subject text NOT NULL PRIMARY KEY,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL
);
CREATE INDEX ix_sign_in_failures_last_at ON sign_in_failures (last_at);

CREATE TABLE email_confirmations (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    email text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE INDEX ix_email_confirmations_account_id ON email_confirmations (account_id);

CREATE TABLE data_protection_keys (
    name text NOT NULL PRIMARY KEY,
    xml text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
