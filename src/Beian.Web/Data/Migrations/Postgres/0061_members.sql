-- 成员: who acts for an enterprise besides the account it began with, in which role. An account without a row is its own enterprise's administrator.
CREATE TABLE members (
    id uuid NOT NULL PRIMARY KEY,
    enterprise_id uuid NOT NULL REFERENCES accounts (id),
    account_id uuid NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_members_enterprise_id_account_id ON members (enterprise_id, account_id);
-- Nobody is a member of two enterprises at once.
CREATE UNIQUE INDEX ix_members_account_id ON members (account_id) WHERE ended_at IS NULL;

CREATE TABLE invitations (
    id uuid NOT NULL PRIMARY KEY,
    enterprise_id uuid NOT NULL REFERENCES accounts (id),
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    invited_by uuid NOT NULL REFERENCES accounts (id),
    invited_by_name TEXT NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    account_id uuid REFERENCES accounts (id)
);
CREATE INDEX ix_invitations_enterprise_id_id ON invitations (enterprise_id, id);
