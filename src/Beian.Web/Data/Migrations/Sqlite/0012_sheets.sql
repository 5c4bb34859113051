-- What a filing was entered with is printed by its owner.
CREATE INDEX ix_entry_versions_filing_id ON entry_versions (filing_id);
