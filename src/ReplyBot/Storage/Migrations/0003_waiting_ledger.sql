-- A head start in the queue, in milliseconds: how much earlier than its own time a handoff counts.
ALTER TABLE handoffs ADD COLUMN head_start BIGINT NOT NULL DEFAULT 0;
-- The agent who had the buyer last.
ALTER TABLE conversations ADD COLUMN last_agent TEXT;
-- When the agent was reminded of the promise, and when the supervisor was told that nobody kept it.
ALTER TABLE promises ADD COLUMN reminded_at BIGINT;
ALTER TABLE promises ADD COLUMN alarmed_at BIGINT;
