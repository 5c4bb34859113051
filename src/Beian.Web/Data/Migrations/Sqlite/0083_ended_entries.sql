-- Entries that hold no longer, found by their enterprise's code: few beside those that hold, which have an index of their own.
CREATE INDEX ix_register_entries_service_code_key_ended ON register_entries (service, code_key) WHERE state <> 'Valid';
