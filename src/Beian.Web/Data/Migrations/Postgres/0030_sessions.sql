-- What is shown after a sign-in: with which browser the last one was, and how many tries failed since.
ALTER TABLE accounts ADD COLUMN last_sign_in_browser text;
ALTER TABLE accounts ADD COLUMN previous_sign_in_browser text;
ALTER TABLE accounts ADD COLUMN previous_failures integer NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN password_changed_at timestamp with time zone;

-- A session that a newer one of the same officer ended stays until it expires, so that its browser can be told.
ALTER TABLE sessions ADD COLUMN replaced_at timestamp with time zone;
ALTER TABLE sessions ADD COLUMN replaced_by text;

-- The passwords an account had before; the newest few may not come back.
CREATE TABLE former_passwords (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    hash text NOT NULL,
    replaced_at timestamp with time zone NOT NULL
);
CREATE INDEX ix_former_passwords_account_id_id ON former_passwords (account_id, id);
