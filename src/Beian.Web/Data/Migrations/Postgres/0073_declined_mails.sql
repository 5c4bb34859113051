-- The mails beyond the obligatory ones that an account does not want.
CREATE TABLE declined_mails (
    account_id uuid NOT NULL REFERENCES accounts (id),
    mail text NOT NULL,
    PRIMARY KEY (account_id, mail)
);
