-- From where a mailbox was signed in to with a temporary password, which only its owner gets: what
-- others guess elsewhere does not lock the owner out there.
CREATE TABLE proven_network (
  -- SHA-256 of mailbox and network
  subject text        PRIMARY KEY,
  until   timestamptz NOT NULL
);
CREATE INDEX proven_network_end ON proven_network (until);
