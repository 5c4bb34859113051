CREATE TABLE filings (
    id TEXT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    definition_version TEXT NOT NULL,
    kind TEXT NOT NULL,
    route TEXT NOT NULL,
    number TEXT NOT NULL,
    owner_id TEXT REFERENCES accounts (id),
    draft_key_hash TEXT,
    authority_id TEXT NOT NULL REFERENCES authorities (id),
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    answers TEXT NOT NULL,
    personal_answers TEXT,
    subject_key TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    subject_code TEXT NOT NULL,
    code_key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    has_working_copy INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    submitted_at TEXT,
    due_on TEXT,
    decided_at TEXT
);
CREATE UNIQUE INDEX ix_filings_number ON filings (number);
CREATE INDEX ix_filings_owner_id_id ON filings (owner_id, id);
CREATE INDEX ix_filings_authority_id_state_due_on_id ON filings (authority_id, state, due_on, id);
CREATE INDEX ix_filings_authority_id_state_updated_at_id ON filings (authority_id, state, updated_at, id);
CREATE INDEX ix_filings_state_due_on_id ON filings (state, due_on, id);
CREATE INDEX ix_filings_state_updated_at_id ON filings (state, updated_at, id);
CREATE INDEX ix_filings_service_code_key ON filings (service, code_key);

CREATE TABLE revisions (
    id TEXT NOT NULL PRIMARY KEY,
    filing_id TEXT NOT NULL REFERENCES filings (id),
    number INTEGER NOT NULL,
    authority_id TEXT NOT NULL,
    route TEXT NOT NULL,
    answers TEXT NOT NULL,
    personal_answers TEXT,
    attachment_ids TEXT NOT NULL,
    context TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_revisions_filing_id_number ON revisions (filing_id, number);

CREATE TABLE decisions (
    id TEXT NOT NULL PRIMARY KEY,
    filing_id TEXT NOT NULL REFERENCES filings (id),
    revision INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    field_reasons TEXT NOT NULL,
    answers TEXT NOT NULL,
    officer_id TEXT NOT NULL REFERENCES accounts (id),
    officer_name TEXT NOT NULL,
    authority_id TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX ix_decisions_filing_id_revision ON decisions (filing_id, revision);
CREATE INDEX ix_decisions_authority_id_at ON decisions (authority_id, at);

CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    filing_id TEXT NOT NULL REFERENCES filings (id),
    code TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    length INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    removed_at TEXT
);
CREATE INDEX ix_attachments_filing_id ON attachments (filing_id);

CREATE TABLE claims (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    filing_id TEXT NOT NULL REFERENCES filings (id),
    service TEXT NOT NULL,
    code_key TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_claims_filing_id ON claims (filing_id);
CREATE INDEX ix_claims_service_code_key_state ON claims (service, code_key, state);
