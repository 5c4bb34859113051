CREATE TABLE audit_seals (
    number INTEGER NOT NULL PRIMARY KEY,
    previous_sha256 TEXT NOT NULL,
    event_count INTEGER NOT NULL,
    highest_event_id INTEGER NOT NULL,
    sealed_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    key_id TEXT NOT NULL,
    signature TEXT NOT NULL
);

CREATE TABLE audit_members (
    event_id INTEGER NOT NULL PRIMARY KEY REFERENCES events (id),
    seal_number INTEGER NOT NULL REFERENCES audit_seals (number),
    sha256 TEXT NOT NULL
);
CREATE INDEX ix_audit_members_seal_number ON audit_members (seal_number);
