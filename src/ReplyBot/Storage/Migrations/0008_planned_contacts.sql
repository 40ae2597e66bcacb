-- Promises to come back to a buyer at a later time; open while settled_at is null.
CREATE TABLE planned_contacts (
    id              TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    agent_id        TEXT,
    due_at          BIGINT NOT NULL,
    script_id       TEXT,
    note            TEXT NOT NULL,
    at              BIGINT NOT NULL,
    settled_at      BIGINT,
    outcome         INTEGER
);
CREATE INDEX planned_contacts_due ON planned_contacts (due_at) WHERE settled_at IS NULL;
CREATE INDEX planned_contacts_open ON planned_contacts (conversation_id) WHERE settled_at IS NULL;
