-- The applications an enterprise added (增加应用), with the user type it chose in them.
CREATE TABLE account_applications (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    application TEXT NOT NULL,
    added_at TEXT NOT NULL,
    user_type TEXT,
    PRIMARY KEY (account_id, application)
);
