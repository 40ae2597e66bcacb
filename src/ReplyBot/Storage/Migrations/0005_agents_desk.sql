-- What agents asked a supervisor to allow; open while answered_at is null. Amounts in fen; granted is null for what was withdrawn, 0 for a no.
CREATE TABLE approvals (
    id              TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    policy_case     TEXT NOT NULL,
    asked           BIGINT NOT NULL,
    reason          TEXT NOT NULL,
    asked_by        TEXT NOT NULL,
    asked_at        BIGINT NOT NULL,
    granted         BIGINT,
    note            TEXT,
    answered_by     TEXT,
    answered_at     BIGINT
);
CREATE UNIQUE INDEX approvals_open ON approvals (conversation_id) WHERE answered_at IS NULL;
CREATE INDEX approvals_by_conversation ON approvals (conversation_id, asked_at);
CREATE INDEX approvals_by_answer ON approvals (answered_at);

-- Replies that agents think every agent should have, until an editor has decided about them.
CREATE TABLE saved_replies (
    id              TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    seq             BIGINT NOT NULL,
    channel         TEXT NOT NULL,
    question        TEXT NOT NULL,
    reply           TEXT NOT NULL,
    note            TEXT NOT NULL,
    script_id       TEXT,
    saved_by        TEXT NOT NULL,
    saved_at        BIGINT NOT NULL,
    outcome         INTEGER,
    became          TEXT,
    decided_by      TEXT,
    decided_at      BIGINT
);
CREATE UNIQUE INDEX saved_replies_once ON saved_replies (conversation_id, seq);
CREATE INDEX saved_replies_open ON saved_replies (saved_at) WHERE decided_at IS NULL;

-- Whether an agent is there, by the last sign of life, and takes new buyers.
CREATE TABLE presence (
    account_id  TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    seen_at     BIGINT NOT NULL,
    away_since  BIGINT,
    away_until  BIGINT,
    away_reason INTEGER
);

-- What an agent marked among the scripts, and when it was used last.
CREATE TABLE script_marks (
    account_id   TEXT NOT NULL REFERENCES accounts (id),
    script_id    TEXT NOT NULL,
    favourite_at BIGINT,
    used_at      BIGINT,
    PRIMARY KEY (account_id, script_id)
);

-- Replies that an agent keeps for themselves.
CREATE TABLE own_scripts (
    id         TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX own_scripts_by_account ON own_scripts (account_id);
