-- What is known of the scan of a signed sheet: how it was matched, the revision it was printed for, the hash of the answers on it.
ALTER TABLE attachments ADD COLUMN sheet text;
ALTER TABLE attachments ADD COLUMN sheet_revision integer;
ALTER TABLE attachments ADD COLUMN sheet_sha256 text;
-- How the scan and the answers of a revision go together, and the hash of what its sheets print.
ALTER TABLE revisions ADD COLUMN sheet_match text;
ALTER TABLE revisions ADD COLUMN sheet_revision integer;
ALTER TABLE revisions ADD COLUMN sheet_sha256 text;
