-- The authenticator of an account, its secret sealed, and the codes for the day it is lost. A step counts once.
CREATE TABLE second_factors (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    secret text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    last_step bigint NOT NULL
);

CREATE TABLE recovery_codes (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    hash text NOT NULL,
    used_at timestamp with time zone
);
CREATE INDEX ix_recovery_codes_account_id ON recovery_codes (account_id);
