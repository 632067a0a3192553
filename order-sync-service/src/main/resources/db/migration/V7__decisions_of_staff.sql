-- What one member of staff would do with an order that is held: mend what describes it, or release
-- it. Somebody else decides; until then there is one proposal for an order, the newest.
CREATE TABLE order_proposal (
  order_id    text        PRIMARY KEY REFERENCES orders (id),
  kind        text        NOT NULL CHECK (kind IN ('MEND', 'RELEASE')),
  hold_reason text        NOT NULL, -- why it was held then
  product     text,
  quantity    integer,
  payer_name  text,
  payer_email text,
  reason      text,
  proposed_by text        NOT NULL,
  proposed_at timestamptz NOT NULL
);

-- What two of them decided; never changed but for the payer of an erased account.
CREATE TABLE order_decision (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id    text        NOT NULL REFERENCES orders (id),
  kind        text        NOT NULL CHECK (kind IN ('MEND', 'RELEASE')),
  hold_reason text        NOT NULL,
  product     text,
  quantity    integer,
  payer_name  text,
  payer_email text,
  reason      text,
  proposed_by text        NOT NULL,
  proposed_at timestamptz NOT NULL,
  approved_by text        NOT NULL,
  approved_at timestamptz NOT NULL
);
CREATE INDEX order_decision_order ON order_decision (order_id, id);

-- Who would have a refused push taken again, as it was verified; somebody else agrees.
ALTER TABLE refused_push
  ADD COLUMN redrive_asked_by    text,
  ADD COLUMN redrive_asked_at    timestamptz,
  ADD COLUMN redrive_approved_by text,
  ADD COLUMN redriven_at         timestamptz;
