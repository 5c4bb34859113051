-- 我的收藏: the applications and services an account keeps at hand.
CREATE TABLE favourites (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (account_id, kind, code)
);

-- 我的网站: the enterprise's own sites with their ICP numbers.
CREATE TABLE websites (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    icp_number TEXT,
    added_at TEXT NOT NULL
);
CREATE INDEX ix_websites_account_id_id ON websites (account_id, id);
