-- The mails beyond the obligatory ones that an account does not want.
CREATE TABLE declined_mails (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    mail TEXT NOT NULL,
    PRIMARY KEY (account_id, mail)
);
