-- 委托代办: one enterprise lets another file for it, from a day to a day, for all services or some. Offered to whoever has the code, in force once accepted, ended by either.
CREATE TABLE mandates (
    id TEXT NOT NULL PRIMARY KEY,
    principal_id TEXT NOT NULL REFERENCES accounts (id),
    agency_code TEXT NOT NULL,
    agency_code_key TEXT NOT NULL,
    agency_id TEXT REFERENCES accounts (id),
    services TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    created_at TEXT NOT NULL,
    accepted_at TEXT,
    ended_at TEXT,
    ended_by TEXT,
    version INTEGER NOT NULL
);
CREATE INDEX ix_mandates_principal_id_id ON mandates (principal_id, id);
CREATE INDEX ix_mandates_agency_id_id ON mandates (agency_id, id);
CREATE INDEX ix_mandates_agency_code_key_id ON mandates (agency_code_key, id);

-- For whom a session files now; NULL: for the own enterprise.
ALTER TABLE sessions ADD COLUMN mandate_id TEXT;
