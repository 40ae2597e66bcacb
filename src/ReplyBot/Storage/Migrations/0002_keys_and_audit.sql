-- Keys of programs that ask for suggestions; only a hash of the key is kept.
CREATE TABLE api_keys (
    name       TEXT NOT NULL PRIMARY KEY,
    key_hash   TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);

-- Who did what that others may ask about later: appended, never changed.
CREATE TABLE audit_entries (
    id      {identity},
    at      BIGINT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail  TEXT NOT NULL
);
CREATE INDEX audit_entries_by_time ON audit_entries (at);
