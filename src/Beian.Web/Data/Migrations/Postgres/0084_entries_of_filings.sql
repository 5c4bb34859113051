-- What came without a filing, as all that was imported, is not found by one: a million rows need no place there.
DROP INDEX ix_register_entries_filing_id;
CREATE INDEX ix_register_entries_filing_id ON register_entries (filing_id) WHERE revision > 0;
DROP INDEX ix_entry_versions_filing_id;
CREATE INDEX ix_entry_versions_filing_id ON entry_versions (filing_id) WHERE revision > 0;
