-- 我的收藏: the applications and services an account keeps at hand.
CREATE TABLE favourites (
    account_id uuid NOT NULL REFERENCES accounts (id),
    kind text NOT NULL,
    code text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    PRIMARY KEY (account_id, kind, code)
);

-- 我的网站: the enterprise's own sites with their ICP numbers.
CREATE TABLE websites (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    name text NOT NULL,
    address text NOT NULL,
    icp_number text,
    added_at timestamp with time zone NOT NULL
);
CREATE INDEX ix_websites_account_id_id ON websites (account_id, id);
