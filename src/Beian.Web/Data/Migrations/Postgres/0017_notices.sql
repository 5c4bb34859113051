-- Reminders of waiting drafts and of duties: each leaves once a filing, whatever is restarted and however many nodes there are.
CREATE TABLE filing_notices (
    filing_id uuid NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    notice text NOT NULL,
    at timestamp with time zone NOT NULL,
    PRIMARY KEY (filing_id, notice)
);

-- Why a message did not leave, in kinds that can be told in plain words; and the message that one is sent again for.
ALTER TABLE outbox ADD COLUMN failure text;
ALTER TABLE outbox ADD COLUMN resend_of uuid;
