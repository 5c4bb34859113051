CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
);

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    process_id TEXT NOT NULL,
    process_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    actor_id TEXT,
    actor_name TEXT NOT NULL,
    address TEXT,
    at TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX ix_events_subject_id_id ON events (subject_id, id);

CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    template TEXT NOT NULL,
    data TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    last_error TEXT,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    sent_at TEXT
);
CREATE INDEX ix_outbox_state_due_at ON outbox (state, due_at);
CREATE INDEX ix_outbox_subject_id ON outbox (subject_id);

CREATE TABLE authorities (
    id TEXT NOT NULL PRIMARY KEY,
    parent_id TEXT REFERENCES authorities (id),
    path TEXT NOT NULL,
    level INTEGER NOT NULL,
    name TEXT NOT NULL,
    division TEXT NOT NULL,
    kind TEXT NOT NULL,
    code_prefix TEXT NOT NULL,
    phone TEXT,
    address TEXT,
    hours TEXT
);
CREATE INDEX ix_authorities_path ON authorities (path);
