-- 申请加入: somebody asks the administrators of the enterprise with a code to be let in. The contact lies sealed; who the enterprise is, if anybody, follows from the code.
CREATE TABLE access_requests (
    id TEXT NOT NULL PRIMARY KEY,
    code_key TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    contact TEXT NOT NULL,
    created_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX ix_access_requests_code_key_id ON access_requests (code_key, id);
CREATE INDEX ix_access_requests_created_at ON access_requests (created_at);
