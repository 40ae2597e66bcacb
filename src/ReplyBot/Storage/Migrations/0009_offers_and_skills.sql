-- To whom a waiting buyer is offered, until when, and who let an offer pass or lost the buyer.
ALTER TABLE handoffs ADD COLUMN offered_to TEXT;
ALTER TABLE handoffs ADD COLUMN offered_until BIGINT;
ALTER TABLE handoffs ADD COLUMN passed_by TEXT;
-- What an agent is there for: journey stages and product categories, as JSON; null for everything.
ALTER TABLE accounts ADD COLUMN skills TEXT;
