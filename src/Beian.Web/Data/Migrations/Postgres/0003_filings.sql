CREATE TABLE filings (
    id uuid NOT NULL PRIMARY KEY,
    service text NOT NULL,
    definition_version text NOT NULL,
    kind text NOT NULL,
    route text NOT NULL,
    number text NOT NULL,
    owner_id uuid REFERENCES accounts (id),
    draft_key_hash text,
    authority_id text NOT NULL REFERENCES authorities (id),
    state text NOT NULL,
    version integer NOT NULL,
    answers text NOT NULL,
    personal_answers text,
    subject_key text NOT NULL,
    subject_name text NOT NULL,
    subject_code text NOT NULL,
    code_key text NOT NULL,
    revision integer NOT NULL,
    has_working_copy boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    due_on date,
    decided_at timestamp with time zone
);
CREATE UNIQUE INDEX ix_filings_number ON filings (number);
CREATE INDEX ix_filings_owner_id_id ON filings (owner_id, id);
CREATE INDEX ix_filings_authority_id_state_due_on_id ON filings (authority_id, state, due_on, id);
CREATE INDEX ix_filings_authority_id_state_updated_at_id ON filings (authority_id, state, updated_at, id);
CREATE INDEX ix_filings_state_due_on_id ON filings (state, due_on, id);
CREATE INDEX ix_filings_state_updated_at_id ON filings (state, updated_at, id);
CREATE INDEX ix_filings_service_code_key ON filings (service, code_key);

CREATE TABLE revisions (
    id uuid NOT NULL PRIMARY KEY,
    filing_id uuid NOT NULL REFERENCES filings (id),
    number integer NOT NULL,
    authority_id text NOT NULL,
    route text NOT NULL,
    answers text NOT NULL,
    personal_answers text,
    attachment_ids text NOT NULL,
    context text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    sha256 text NOT NULL
);
CREATE UNIQUE INDEX ix_revisions_filing_id_number ON revisions (filing_id, number);

CREATE TABLE decisions (
    id uuid NOT NULL PRIMARY KEY,
    filing_id uuid NOT NULL REFERENCES filings (id),
    revision integer NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    field_reasons text NOT NULL,
    answers text NOT NULL,
    officer_id uuid NOT NULL REFERENCES accounts (id),
    officer_name text NOT NULL,
    authority_id text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE INDEX ix_decisions_filing_id_revision ON decisions (filing_id, revision);
CREATE INDEX ix_decisions_authority_id_at ON decisions (authority_id, at);

CREATE TABLE attachments (
    id uuid NOT NULL PRIMARY KEY,
    filing_id uuid NOT NULL REFERENCES filings (id),
    code text NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    length bigint NOT NULL,
    sha256 text NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone
);
CREATE INDEX ix_attachments_filing_id ON attachments (filing_id);

CREATE TABLE claims (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    filing_id uuid NOT NULL REFERENCES filings (id),
    service text NOT NULL,
    code_key text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_claims_filing_id ON claims (filing_id);
CREATE INDEX ix_claims_service_code_key_state ON claims (service, code_key, state);
