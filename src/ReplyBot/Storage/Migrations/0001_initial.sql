-- {identity} and {bytes} stand for the engine's own words for a counting key and a byte string.
-- Times are milliseconds since 1970-01-01T00:00Z; lists and maps are JSON.

CREATE TABLE conversations (
    id               TEXT NOT NULL PRIMARY KEY,
    shop             TEXT NOT NULL,
    channel          TEXT NOT NULL,
    channel_account  TEXT NOT NULL,
    buyer_id         TEXT NOT NULL,
    buyer_name       TEXT,
    delivery_address TEXT,
    state            INTEGER NOT NULL,
    version          BIGINT NOT NULL,
    last_seq         BIGINT NOT NULL,
    handled_seq      BIGINT NOT NULL,
    epoch            BIGINT NOT NULL,
    memory           TEXT NOT NULL,
    created_at       BIGINT NOT NULL,
    last_from        INTEGER,
    last_text        TEXT,
    last_at          BIGINT NOT NULL
);
CREATE INDEX conversations_by_buyer ON conversations (shop, channel, channel_account, buyer_id, created_at);
CREATE INDEX conversations_by_time ON conversations (last_at);

CREATE TABLE messages (
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    seq             BIGINT NOT NULL,
    author          INTEGER NOT NULL,
    kind            INTEGER NOT NULL,
    text            TEXT NOT NULL,
    at              BIGINT NOT NULL,
    author_name     TEXT,
    agent_id        TEXT,
    script_id       TEXT,
    choices         TEXT,
    files           TEXT,
    client_id       TEXT,
    channel_data    TEXT,
    PRIMARY KEY (conversation_id, seq)
);
CREATE UNIQUE INDEX messages_once ON messages (conversation_id, client_id) WHERE client_id IS NOT NULL;

-- A buyer spoke and no turn has dealt with it yet.
CREATE TABLE pending_turns (
    conversation_id TEXT NOT NULL PRIMARY KEY REFERENCES conversations (id),
    due_at          BIGINT NOT NULL
);
CREATE INDEX pending_turns_by_time ON pending_turns (due_at);

-- Open while closed_at is null: waiting without an agent, held with one. At most one open handoff a conversation.
CREATE TABLE handoffs (
    id              TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    opened_at       BIGINT NOT NULL,
    reason          INTEGER NOT NULL,
    summary         TEXT NOT NULL,
    agent_id        TEXT,
    lease_until     BIGINT,
    closed_at       BIGINT
);
CREATE UNIQUE INDEX handoffs_open ON handoffs (conversation_id) WHERE closed_at IS NULL;
CREATE INDEX handoffs_by_agent ON handoffs (agent_id) WHERE closed_at IS NULL;

CREATE TABLE promises (
    id              TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    made_by         INTEGER NOT NULL,
    text            TEXT NOT NULL,
    at              BIGINT NOT NULL,
    deadline        BIGINT NOT NULL,
    reassured_at    BIGINT,
    kept_at         BIGINT
);
CREATE INDEX promises_open ON promises (conversation_id, at) WHERE kept_at IS NULL;

CREATE TABLE suggestions (
    id              TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    message_seq     BIGINT NOT NULL,
    rank            INTEGER NOT NULL,
    script_id       TEXT NOT NULL,
    question        TEXT NOT NULL,
    intent          TEXT NOT NULL,
    text            TEXT NOT NULL,
    score           DOUBLE PRECISION NOT NULL,
    reason          TEXT NOT NULL,
    unfilled        TEXT NOT NULL,
    used_seq        BIGINT
);
CREATE INDEX suggestions_by_message ON suggestions (conversation_id, message_seq);

-- Replies that are pushed to a channel; open while settled_at is null.
CREATE TABLE deliveries (
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    seq             BIGINT NOT NULL,
    attempts        INTEGER NOT NULL,
    next_at         BIGINT NOT NULL,
    settled_at      BIGINT,
    failure         TEXT,
    PRIMARY KEY (conversation_id, seq)
);
CREATE INDEX deliveries_due ON deliveries (next_at) WHERE settled_at IS NULL;

-- What happened: appended, never changed.
CREATE TABLE events (
    id              {identity},
    conversation_id TEXT NOT NULL,
    shop            TEXT NOT NULL,
    channel         TEXT NOT NULL,
    channel_account TEXT NOT NULL,
    kind            INTEGER NOT NULL,
    at              BIGINT NOT NULL,
    seq             BIGINT NOT NULL,
    actor           TEXT NOT NULL,
    detail          TEXT NOT NULL
);
CREATE INDEX events_by_conversation ON events (conversation_id, id);
CREATE INDEX events_by_time ON events (at);

CREATE TABLE files (
    id              TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    name            TEXT NOT NULL,
    content_type    TEXT NOT NULL,
    content         {bytes} NOT NULL
);

CREATE TABLE accounts (
    id            TEXT NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,
    display_name  TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    roles         TEXT NOT NULL,
    stamp         TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    disabled_at   BIGINT
);

-- One-time links that make the first account; only a hash of the token is kept.
CREATE TABLE invitations (
    token_hash TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);

-- Published bases: immutable bundles; the newest row is the one that is served.
CREATE TABLE published_bases (
    id           {identity},
    hash         TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    content      {bytes} NOT NULL
);

-- Keys that must outlive a restart and be the same on every node: token signing, cookie protection.
CREATE TABLE keys (
    name    TEXT NOT NULL PRIMARY KEY,
    content {bytes} NOT NULL
);
