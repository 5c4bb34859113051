-- What is shown after a sign-in: with which browser the last one was, and how many tries failed since.
ALTER TABLE accounts ADD COLUMN last_sign_in_browser TEXT;
ALTER TABLE accounts ADD COLUMN previous_sign_in_browser TEXT;
ALTER TABLE accounts ADD COLUMN previous_failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN password_changed_at TEXT;

-- A session that a newer one of the same officer ended stays until it expires, so that its browser can be told.
ALTER TABLE sessions ADD COLUMN replaced_at TEXT;
ALTER TABLE sessions ADD COLUMN replaced_by TEXT;

-- The passwords an account had before; the newest few may not come back.
CREATE TABLE former_passwords (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    hash TEXT NOT NULL,
    replaced_at TEXT NOT NULL
);
CREATE INDEX ix_former_passwords_account_id_id ON former_passwords (account_id, id);
