-- Notes on a platform's rules that agents have to read; channel is null for all platforms. Never changed, only withdrawn.
CREATE TABLE bulletins (
    id           {identity},
    channel      TEXT,
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    written_by   TEXT NOT NULL,
    written_at   BIGINT NOT NULL,
    withdrawn_at BIGINT
);

-- Who has read which, and when.
CREATE TABLE bulletin_receipts (
    bulletin_id BIGINT NOT NULL REFERENCES bulletins (id),
    account_id  TEXT NOT NULL REFERENCES accounts (id),
    read_at     BIGINT NOT NULL,
    PRIMARY KEY (bulletin_id, account_id)
);
