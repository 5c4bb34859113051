-- 咨询: a question to one's own authority (officers: to the one above), with what was written about it.
CREATE TABLE tickets (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    asker_name TEXT NOT NULL,
    authority_id TEXT NOT NULL REFERENCES authorities (id),
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_tickets_account_id_id ON tickets (account_id, id);
CREATE INDEX ix_tickets_authority_id_state_id ON tickets (authority_id, state, id);
CREATE TABLE ticket_messages (
    id TEXT NOT NULL PRIMARY KEY,
    ticket_id TEXT NOT NULL REFERENCES tickets (id),
    author_id TEXT NOT NULL REFERENCES accounts (id),
    author_name TEXT NOT NULL,
    is_answer INTEGER NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX ix_ticket_messages_ticket_id_id ON ticket_messages (ticket_id, id);

-- 好差评: what the filer thinks of how a filing was handled; one a filing.
CREATE TABLE ratings (
    filing_id TEXT NOT NULL PRIMARY KEY REFERENCES filings (id),
    service TEXT NOT NULL,
    authority_id TEXT NOT NULL REFERENCES authorities (id),
    grade INTEGER NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX ix_ratings_authority_id_at_filing_id ON ratings (authority_id, at, filing_id);
