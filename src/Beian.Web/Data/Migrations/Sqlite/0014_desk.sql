-- Who deals with a filing within its authority, when it was accepted, how often it was returned.
ALTER TABLE filings ADD COLUMN assigned_to_id TEXT REFERENCES accounts (id);
ALTER TABLE filings ADD COLUMN assigned_to_name TEXT;
ALTER TABLE filings ADD COLUMN accepted_at TEXT;
ALTER TABLE filings ADD COLUMN returns INTEGER NOT NULL DEFAULT 0;
UPDATE filings SET returns = (SELECT count(*) FROM decisions d WHERE d.filing_id = filings.id AND d.outcome = 'Returned');

-- What officers write down beside a field; the text is sealed with the filing's key.
CREATE TABLE notes (
    id TEXT NOT NULL PRIMARY KEY,
    filing_id TEXT NOT NULL REFERENCES filings (id),
    revision INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    officer_id TEXT NOT NULL REFERENCES accounts (id),
    officer_name TEXT NOT NULL,
    authority_id TEXT NOT NULL,
    at TEXT NOT NULL,
    settled_at TEXT,
    returned_with INTEGER
);
CREATE INDEX ix_notes_filing_id ON notes (filing_id);

-- The limits that ran out, each marked once whoever looks.
CREATE TABLE overruns (
    filing_id TEXT NOT NULL REFERENCES filings (id),
    due_on TEXT NOT NULL,
    authority_id TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (filing_id, due_on)
);
