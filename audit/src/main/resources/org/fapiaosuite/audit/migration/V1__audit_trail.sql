-- What staff did and whose data they saw: ids and names of operations, no personal data.
CREATE TABLE audit_entry (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  actor    text        NOT NULL,
  roles    text        NOT NULL,
  action   text        NOT NULL,
  -- what it was done to, or what was shown
  subjects text[]      NOT NULL,
  detail   text
);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, id DESC);
CREATE INDEX audit_entry_by_time ON audit_entry (at);
CREATE INDEX audit_entry_by_subject ON audit_entry USING gin (subjects);

-- Entries that wait for their place in the chain. Transactions commit in another order than they
-- number their rows, so that no number tells up to where all is sealed.
CREATE TABLE audit_unsealed (
  entry bigint PRIMARY KEY
);

-- The chain: each hash covers the entry, its place and the hash before. No foreign keys: to check
-- one, the database would lock the entry's row, for which it wants the right to update it.
CREATE TABLE audit_seal (
  position bigint PRIMARY KEY,
  entry    bigint NOT NULL UNIQUE,
  hash     bytea  NOT NULL
);

-- What is written stays as it is, also for the role that owns the tables.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_seal FROM CURRENT_USER;
REVOKE UPDATE, TRUNCATE ON audit_unsealed FROM CURRENT_USER;
