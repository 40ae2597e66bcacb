-- Browsers that are signed in: a session counts as long as its row is here.
CREATE TABLE sessions (
    id         TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    begun_at   BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    address    TEXT NOT NULL,
    browser    TEXT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);

-- Sessions are ended one by one now.
ALTER TABLE accounts DROP COLUMN stamp;
