-- 咨询: a question to one's own authority (officers: to the one above), with what was written about it.
CREATE TABLE tickets (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    asker_name text NOT NULL,
    authority_id text NOT NULL REFERENCES authorities (id),
    subject text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL
);
CREATE INDEX ix_tickets_account_id_id ON tickets (account_id, id);
CREATE INDEX ix_tickets_authority_id_state_id ON tickets (authority_id, state, id);
CREATE TABLE ticket_messages (
    id uuid NOT NULL PRIMARY KEY,
    ticket_id uuid NOT NULL REFERENCES tickets (id),
    author_id uuid NOT NULL REFERENCES accounts (id),
    author_name text NOT NULL,
    is_answer boolean NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE INDEX ix_ticket_messages_ticket_id_id ON ticket_messages (ticket_id, id);

-- 好差评: what the filer thinks of how a filing was handled; one a filing.
CREATE TABLE ratings (
    filing_id uuid NOT NULL PRIMARY KEY REFERENCES filings (id),
    service text NOT NULL,
    authority_id text NOT NULL REFERENCES authorities (id),
    grade integer NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE INDEX ix_ratings_authority_id_at_filing_id ON ratings (authority_id, at, filing_id);
