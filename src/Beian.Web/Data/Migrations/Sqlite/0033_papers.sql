-- Scans of documents that say who somebody is (核实材料): no filing's, so no attachments.
CREATE TABLE papers (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id),
    request_id TEXT,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    length INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by TEXT
);
CREATE INDEX ix_papers_account_id_id ON papers (account_id, id);
CREATE INDEX ix_papers_request_id ON papers (request_id);
CREATE INDEX ix_papers_sha256 ON papers (sha256);
