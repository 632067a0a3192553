-- Who has which address: a projection of account.events, nothing else.
CREATE TABLE recipient (
  account_id text PRIMARY KEY,
  address    text NOT NULL,
  locale     text,
  changed_at timestamptz NOT NULL
);
CREATE INDEX recipient_address ON recipient (lower(address));

-- One row a mail. No secret is ever written here.
CREATE TABLE delivery (
  id              uuid PRIMARY KEY,
  event_id        text NOT NULL,
  kind            text NOT NULL,
  message_id      text NOT NULL UNIQUE,
  account_id      text,
  address         text,
  locale          text,
  subject_id      text,
  order_numbers   text[] NOT NULL,
  facts           text NOT NULL,
  state           text NOT NULL CHECK (state IN ('PENDING', 'SENDING', 'TEMPORARY_FAILURE',
                    'UNKNOWN', 'SENT', 'PERMANENT_FAILURE', 'DROPPED')),
  before_claim    text,
  attempts        integer NOT NULL DEFAULT 0,
  waits           integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  lease           uuid,
  lease_until     timestamptz,
  give_up_at      timestamptz NOT NULL,
  reason          text,
  reply           text,
  -- lower case; set when the mail is offered to the server
  sent_to         text,
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  -- staff asked for it again: the mail it repeats, and the account of who asked
  resend_of       uuid,
  requested_by    text,
  UNIQUE (event_id, kind),
  CHECK ((state = 'SENDING') = (lease IS NOT NULL)),
  CHECK ((state IN ('PENDING', 'TEMPORARY_FAILURE', 'UNKNOWN')) = (next_attempt_at IS NOT NULL))
);
CREATE INDEX delivery_due ON delivery (next_attempt_at, id) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX delivery_leased ON delivery (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX delivery_recipient ON delivery (sent_to, kind, sent_at) WHERE sent_to IS NOT NULL;

CREATE INDEX delivery_open ON delivery (created_at) WHERE state NOT IN ('SENT', 'PERMANENT_FAILURE',
  'DROPPED');
CREATE INDEX delivery_address ON delivery (lower(address)) WHERE address IS NOT NULL;
CREATE INDEX delivery_account ON delivery (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX delivery_orders ON delivery USING gin (order_numbers);
CREATE INDEX delivery_state ON delivery (state, id);

-- Addresses that bounced for good; staff may lift it.
CREATE TABLE suppression (
  address text PRIMARY KEY,
  reply   text,
  since   timestamptz NOT NULL
);
