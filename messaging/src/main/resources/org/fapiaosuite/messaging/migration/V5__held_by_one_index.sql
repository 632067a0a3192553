-- What is held is found by this index alone. As long as outbox_unsent could find it as well, PostgreSQL
-- took that one whenever it had counted the table while nothing was unsent, and then read the whole
-- backlog for each event of a batch. An event that is sent is held no longer.
DROP INDEX outbox_held;
CREATE INDEX outbox_held ON outbox (aggregate_id, id) WHERE next_attempt_at IS NOT NULL;
