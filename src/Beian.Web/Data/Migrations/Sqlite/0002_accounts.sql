CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    display_name TEXT NOT NULL,
    authority_id TEXT REFERENCES authorities (id),
    created_at TEXT NOT NULL,
    last_sign_in_at TEXT,
    last_sign_in_address TEXT,
    previous_sign_in_at TEXT,
    previous_sign_in_address TEXT,
    must_change_password INTEGER NOT NULL,
    is_demo INTEGER NOT NULL,
    user_name TEXT,
    normalized_user_name TEXT,
    email TEXT,
    normalized_email TEXT,
    email_confirmed INTEGER NOT NULL,
    password_hash TEXT,
    security_stamp TEXT,
    concurrency_stamp TEXT,
    phone_number TEXT,
    phone_number_confirmed INTEGER NOT NULL,
    two_factor_enabled INTEGER NOT NULL,
    lockout_end TEXT,
    lockout_enabled INTEGER NOT NULL,
    access_failed_count INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_normalized_user_name ON accounts (normalized_user_name);
CREATE INDEX ix_accounts_normalized_email ON accounts (normalized_email);
