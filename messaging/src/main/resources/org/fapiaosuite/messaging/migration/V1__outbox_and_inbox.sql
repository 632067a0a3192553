-- Events to be told. The identity gives their order; a writer holds the row lock of its aggregate,
-- so that within one aggregate order of identity is order of commit.
CREATE TABLE outbox (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id        uuid        NOT NULL UNIQUE,
  topic           text        NOT NULL,
  type            text        NOT NULL,
  aggregate_id    text        NOT NULL,
  occurred_at     timestamptz NOT NULL,
  traceparent     text,
  data            text        NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  attempts        integer     NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  sent_at         timestamptz
);
CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
-- Only the few that wait for a next try: each holds back the later events of its aggregate.
CREATE INDEX outbox_held ON outbox (aggregate_id, id)
  WHERE sent_at IS NULL AND next_attempt_at IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;

-- Events that have had their effect.
CREATE TABLE inbox (
  consumer   text        NOT NULL,
  event_id   text        NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_handled ON inbox (handled_at);

-- Events that could not have their effect, whole: PARKED ones are tried again by schedule, with the
-- later events of the same aggregate behind them; DEAD ones wait for a person, who has them tried
-- again or discards them.
CREATE TABLE dead_letter (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer        text        NOT NULL,
  event_id        text        NOT NULL,
  type            text        NOT NULL,
  source          text        NOT NULL,
  event_key       text,
  event_time      timestamptz,
  topic           text        NOT NULL,
  kafka_partition integer     NOT NULL,
  kafka_offset    bigint      NOT NULL,
  traceparent     text,
  data            bytea,
  state           text        NOT NULL CHECK (state IN ('PARKED', 'DEAD', 'DISCARDED')),
  attempts        integer     NOT NULL,
  next_attempt_at timestamptz,
  error           text        NOT NULL,
  first_seen_at   timestamptz NOT NULL,
  set_aside_at    timestamptz NOT NULL DEFAULT now(),
  discarded_by    text,
  discard_reason  text,
  UNIQUE (consumer, event_id),
  CHECK ((state = 'PARKED') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'DISCARDED') = (discard_reason IS NOT NULL))
);
CREATE INDEX dead_letter_parked ON dead_letter (consumer, event_key, id) WHERE state = 'PARKED';
