-- 委托代办: one enterprise lets another file for it, from a day to a day, for all services or some. Offered to whoever has the code, in force once accepted, ended by either.
CREATE TABLE mandates (
    id uuid NOT NULL PRIMARY KEY,
    principal_id uuid NOT NULL REFERENCES accounts (id),
    agency_code TEXT NOT NULL,
    agency_code_key TEXT NOT NULL,
    agency_id uuid REFERENCES accounts (id),
    services TEXT NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by TEXT,
    version INTEGER NOT NULL
);
CREATE INDEX ix_mandates_principal_id_id ON mandates (principal_id, id);
CREATE INDEX ix_mandates_agency_id_id ON mandates (agency_id, id);
CREATE INDEX ix_mandates_agency_code_key_id ON mandates (agency_code_key, id);

-- For whom a session files now; NULL: for the own enterprise.
ALTER TABLE sessions ADD COLUMN mandate_id uuid;
