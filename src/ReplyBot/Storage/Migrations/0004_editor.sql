-- Who published a base; null for the command line.
ALTER TABLE published_bases ADD COLUMN published_by TEXT;

-- What editors decided about questions that were answered badly, by the question's normalised text.
CREATE TABLE inbox_decisions (
    question   TEXT NOT NULL PRIMARY KEY,
    outcome    INTEGER NOT NULL,
    script_id  TEXT,
    decided_by TEXT NOT NULL,
    at         BIGINT NOT NULL
);

-- How often scripts are used, and which events of a kind lie in a time.
CREATE INDEX messages_by_script ON messages (at, script_id) WHERE script_id IS NOT NULL;
CREATE INDEX events_by_kind ON events (kind, at);
