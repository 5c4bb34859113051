CREATE TABLE search_services (
    id INTEGER PRIMARY KEY,
    service TEXT NOT NULL UNIQUE
);

CREATE TABLE search_entries (
    entry_id INTEGER PRIMARY KEY REFERENCES register_entries (id),
    names TEXT NOT NULL,
    item TEXT NOT NULL
);

CREATE TABLE search_codes (
    service_id INTEGER NOT NULL REFERENCES search_services (id),
    code TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES register_entries (id),
    PRIMARY KEY (service_id, code, entry_id)
) WITHOUT ROWID;
CREATE INDEX ix_search_codes_entry_id ON search_codes (entry_id);

CREATE TABLE search_postings (
    gram INTEGER NOT NULL,
    from_id INTEGER NOT NULL,
    ids BLOB NOT NULL,
    PRIMARY KEY (gram, from_id)
) WITHOUT ROWID;
