-- Reminders of waiting drafts and of duties: each leaves once a filing, whatever is restarted and however many nodes there are.
CREATE TABLE filing_notices (
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    notice TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (filing_id, notice)
);

-- Why a message did not leave, in kinds that can be told in plain words; and the message that one is sent again for.
ALTER TABLE outbox ADD COLUMN failure TEXT;
ALTER TABLE outbox ADD COLUMN resend_of TEXT;
