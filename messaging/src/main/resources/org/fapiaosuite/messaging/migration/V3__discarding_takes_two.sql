-- Who would throw an event away, and why: somebody else has to agree. It is gone when the event has
-- had its effect after all or is sent again.
CREATE TABLE discard_request (
  dead_letter bigint      PRIMARY KEY REFERENCES dead_letter ON DELETE CASCADE,
  asked_by    text        NOT NULL,
  asked_at    timestamptz NOT NULL DEFAULT now(),
  reason      text        NOT NULL
);
