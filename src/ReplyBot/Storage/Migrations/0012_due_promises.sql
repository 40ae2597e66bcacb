-- Which promises are due is asked every second.
CREATE INDEX promises_due ON promises (deadline) WHERE kept_at IS NULL;
