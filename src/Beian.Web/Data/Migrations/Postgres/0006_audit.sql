CREATE TABLE audit_seals (
    number bigint NOT NULL PRIMARY KEY,
    previous_sha256 text NOT NULL,
    event_count integer NOT NULL,
    highest_event_id bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    sha256 text NOT NULL,
    key_id text NOT NULL,
    signature text NOT NULL
);

CREATE TABLE audit_members (
    event_id bigint NOT NULL PRIMARY KEY REFERENCES events (id),
    seal_number bigint NOT NULL REFERENCES audit_seals (number),
    sha256 text NOT NULL
);
CREATE INDEX ix_audit_members_seal_number ON audit_members (seal_number);
