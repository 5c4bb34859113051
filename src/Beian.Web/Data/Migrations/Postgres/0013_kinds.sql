-- A filing that is not initial names the entry and the version it starts from; an entry has one open filing at most.
ALTER TABLE filings ADD COLUMN entry_id uuid;
ALTER TABLE filings ADD COLUMN entry_version integer;
CREATE UNIQUE INDEX ix_filings_entry_id ON filings (entry_id) WHERE state = 'Draft' OR state = 'Submitted' OR state = 'Returned';

-- A version keeps its own numbers, what kind of filing made it, at which authority, and the pack it was filed with.
ALTER TABLE entry_versions ADD COLUMN number text NOT NULL DEFAULT '';
ALTER TABLE entry_versions ADD COLUMN code text NOT NULL DEFAULT '';
ALTER TABLE entry_versions ADD COLUMN kind text NOT NULL DEFAULT 'initial';
ALTER TABLE entry_versions ADD COLUMN authority_id text NOT NULL DEFAULT '';
ALTER TABLE entry_versions ADD COLUMN definition_version text NOT NULL DEFAULT '1.0';
UPDATE entry_versions SET
    number = (SELECT e.number FROM register_entries e WHERE e.public_id = entry_versions.entry_id),
    code = (SELECT e.code FROM register_entries e WHERE e.public_id = entry_versions.entry_id),
    authority_id = (SELECT e.authority_id FROM register_entries e WHERE e.public_id = entry_versions.entry_id),
    definition_version = (SELECT e.definition_version FROM register_entries e WHERE e.public_id = entry_versions.entry_id);
CREATE INDEX ix_entry_versions_number ON entry_versions (number);

-- When, by which kind and why an entry ended; until when what must follow its approval is to be done.
ALTER TABLE register_entries ADD COLUMN ended_at timestamp with time zone;
ALTER TABLE register_entries ADD COLUMN end_kind text;
ALTER TABLE register_entries ADD COLUMN end_reason text;
ALTER TABLE register_entries ADD COLUMN duty_due_on date;
CREATE INDEX ix_register_entries_duty_due_on_id ON register_entries (duty_due_on, id) WHERE duty_due_on IS NOT NULL;
