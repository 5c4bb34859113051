CREATE TABLE accounts (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    display_name text NOT NULL,
    authority_id text REFERENCES authorities (id),
    created_at timestamp with time zone NOT NULL,
    last_sign_in_at timestamp with time zone,
    last_sign_in_address text,
    previous_sign_in_at timestamp with time zone,
    previous_sign_in_address text,
    must_change_password boolean NOT NULL,
    is_demo boolean NOT NULL,
    user_name text,
    normalized_user_name text,
    email text,
    normalized_email text,
    email_confirmed boolean NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean NOT NULL,
    two_factor_enabled boolean NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_normalized_user_name ON accounts (normalized_user_name);
CREATE INDEX ix_accounts_normalized_email ON accounts (normalized_email);
