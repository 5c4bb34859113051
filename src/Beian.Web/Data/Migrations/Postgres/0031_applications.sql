-- The applications an enterprise added (增加应用), with the user type it chose in them.
CREATE TABLE account_applications (
    account_id uuid NOT NULL REFERENCES accounts (id),
    application text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    user_type text,
    PRIMARY KEY (account_id, application)
);
