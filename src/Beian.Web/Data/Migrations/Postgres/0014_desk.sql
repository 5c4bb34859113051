-- Who deals with a filing within its authority, when it was accepted, how often it was returned.
ALTER TABLE filings ADD COLUMN assigned_to_id uuid REFERENCES accounts (id);
ALTER TABLE filings ADD COLUMN assigned_to_name text;
ALTER TABLE filings ADD COLUMN accepted_at timestamp with time zone;
ALTER TABLE filings ADD COLUMN returns integer NOT NULL DEFAULT 0;
UPDATE filings SET returns = (SELECT count(*) FROM decisions d WHERE d.filing_id = filings.id AND d.outcome = 'Returned');

-- What officers write down beside a field; the text is sealed with the filing's key.
CREATE TABLE notes (
    id uuid NOT NULL PRIMARY KEY,
    filing_id uuid NOT NULL REFERENCES filings (id),
    revision integer NOT NULL,
    field text NOT NULL,
    text text NOT NULL,
    officer_id uuid NOT NULL REFERENCES accounts (id),
    officer_name text NOT NULL,
    authority_id text NOT NULL,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    returned_with integer
);
CREATE INDEX ix_notes_filing_id ON notes (filing_id);

-- The limits that ran out, each marked once whoever looks.
CREATE TABLE overruns (
    filing_id uuid NOT NULL REFERENCES filings (id),
    due_on date NOT NULL,
    authority_id text NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    PRIMARY KEY (filing_id, due_on)
);
