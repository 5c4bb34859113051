-- Who asks an authority for a new way into an account, with scans of documents (papers.request_id).
CREATE TABLE reset_requests (
    id uuid NOT NULL PRIMARY KEY,
    ticket TEXT NOT NULL,
    kind TEXT NOT NULL,
    authority_id TEXT NOT NULL REFERENCES authorities (id),
    handler_id TEXT NOT NULL REFERENCES authorities (id),
    subject_key TEXT NOT NULL,
    content TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at timestamp with time zone NOT NULL,
    account_id uuid REFERENCES accounts (id),
    decided_at timestamp with time zone,
    decided_by TEXT,
    reason TEXT
);
CREATE UNIQUE INDEX ix_reset_requests_ticket ON reset_requests (ticket);
CREATE INDEX ix_reset_requests_handler_id_state_id ON reset_requests (handler_id, state, id);
CREATE INDEX ix_reset_requests_authority_id_state_id ON reset_requests (authority_id, state, id);
