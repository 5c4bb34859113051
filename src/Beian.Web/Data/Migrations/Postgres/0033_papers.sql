-- Scans of documents that say who somebody is (核实材料): no filing's, so no attachments.
CREATE TABLE papers (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid REFERENCES accounts (id),
    request_id uuid,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    length bigint NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    uploaded_by TEXT
);
CREATE INDEX ix_papers_account_id_id ON papers (account_id, id);
CREATE INDEX ix_papers_request_id ON papers (request_id);
CREATE INDEX ix_papers_sha256 ON papers (sha256);
