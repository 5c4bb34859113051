-- Housekeeping asks whether any row names a file.
CREATE INDEX ix_attachments_sha256 ON attachments (sha256);
