-- 事项预约: the hours an office offers at a counter, and who comes. How many places are taken is counted here: of fifty at once for three, three win.
CREATE TABLE appointment_slots (
    id uuid NOT NULL PRIMARY KEY,
    authority_id TEXT NOT NULL REFERENCES authorities (id),
    day date NOT NULL,
    hours TEXT NOT NULL,
    place TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    is_closed boolean NOT NULL,
    reason TEXT
);
CREATE UNIQUE INDEX ix_appointment_slots_authority_id_day_hours_place ON appointment_slots (authority_id, day, hours, place);

CREATE TABLE appointments (
    id uuid NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    slot_id uuid NOT NULL REFERENCES appointment_slots (id),
    account_id uuid NOT NULL REFERENCES accounts (id),
    matter TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    reminded_at timestamp with time zone
);
CREATE UNIQUE INDEX ix_appointments_slot_id_account_id ON appointments (slot_id, account_id) WHERE state = 'Booked';
CREATE INDEX ix_appointments_account_id_id ON appointments (account_id, id);
