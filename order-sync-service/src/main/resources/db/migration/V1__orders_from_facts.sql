-- Amounts are hundredths of the currency's unit (fen for CNY); times are instants; days are
-- calendar days in Asia/Shanghai. An order is known by <platform>:<orderNumber>.

-- Which pushes have been taken: the wall against doing anything twice. Kept for 90 days.
CREATE TABLE push_key (
  platform    text        NOT NULL,
  webhook_id  text        NOT NULL,
  body_hash   bytea       NOT NULL,
  received_at timestamptz NOT NULL,
  repeats     integer     NOT NULL DEFAULT 0,
  PRIMARY KEY (platform, webhook_id)
);
CREATE INDEX push_key_age ON push_key USING brin (received_at);

-- What was pushed, word for word, a partition a day (UTC), dropped whole. The service makes the
-- partitions ahead of time; the default one is there for the day it could not.
CREATE TABLE push (
  received_at timestamptz NOT NULL,
  platform    text        NOT NULL,
  webhook_id  text        NOT NULL,
  type        text        NOT NULL,
  body        text        NOT NULL
) PARTITION BY RANGE (received_at);
CREATE TABLE push_default PARTITION OF push DEFAULT;

-- Well-signed pushes that say what cannot be: answered with an error, kept for staff to read.
CREATE TABLE refused_push (
  id           uuid        PRIMARY KEY,
  platform     text        NOT NULL,
  webhook_id   text        NOT NULL,
  body_hash    bytea       NOT NULL,
  received_at  timestamptz NOT NULL,
  field        text        NOT NULL,
  reason       text        NOT NULL,
  body         bytea       NOT NULL,
  UNIQUE (platform, webhook_id, body_hash)
);
CREATE INDEX refused_push_page ON refused_push (received_at DESC, id DESC);

-- What somebody said about money: once for each thing said, never changed.
CREATE TABLE fact (
  order_id      text        NOT NULL,
  kind          text        NOT NULL CHECK (kind IN ('PAYMENT', 'REFUND')),
  reference     text        NOT NULL, -- transaction id of a payment, refund id of a refund
  source        text        NOT NULL CHECK (source IN ('PUSH', 'STATEMENT', 'QUERY')),
  amount        bigint      NOT NULL CHECK (amount > 0),
  currency      text        NOT NULL,
  occurred_at   timestamptz NOT NULL,
  platform      text        NOT NULL,
  order_number  text        NOT NULL,
  source_id     text        NOT NULL, -- webhook id of a push, id of the reconciliation
  transaction_id text       NOT NULL,
  customer_id   text,
  payer_name    text,
  payer_email   text,
  product       text,
  quantity      integer,
  reason        text,
  statement_day date,
  recorded_at   timestamptz NOT NULL,
  PRIMARY KEY (order_id, kind, reference, source, amount, currency, occurred_at)
);
CREATE INDEX fact_day ON fact USING brin (occurred_at) WITH (pages_per_range = 16);
CREATE INDEX fact_statement ON fact (platform, statement_day) WHERE source = 'STATEMENT';

-- What the facts of an order add up to.
CREATE TABLE orders (
  id               text        PRIMARY KEY,
  platform         text        NOT NULL,
  order_number     text        NOT NULL,
  owner            boolean     NOT NULL, -- false: another platform has an order of this number
  status           text        NOT NULL,
  hold_reason      text,
  source           text        NOT NULL,
  transaction_id   text,
  customer_id      text,                 -- <platform>:<customerId>
  payer_name       text,
  payer_email      text,
  product          text,
  quantity         integer,
  paid             bigint      NOT NULL DEFAULT 0,
  refunded         bigint      NOT NULL DEFAULT 0,
  currency         text        NOT NULL DEFAULT 'CNY',
  paid_at          timestamptz,
  matched_on       date,
  unreconciled     boolean     NOT NULL DEFAULT false,
  invoiceable_from timestamptz,
  next_check_at    timestamptz,
  announced        boolean     NOT NULL DEFAULT false,
  first_seen_at    timestamptz NOT NULL,
  version          integer     NOT NULL DEFAULT 0,
  CHECK (refunded BETWEEN 0 AND paid)
);
CREATE UNIQUE INDEX orders_number ON orders (order_number) WHERE owner;
CREATE INDEX orders_page ON orders (customer_id, paid_at DESC, order_number DESC);
CREATE INDEX orders_status ON orders (status, first_seen_at DESC, id DESC);
CREATE INDEX orders_due ON orders (next_check_at) WHERE next_check_at IS NOT NULL;

-- Refunds that count and have been told.
CREATE TABLE refund (
  order_id    text        NOT NULL REFERENCES orders (id),
  refund_id   text        NOT NULL,
  amount      bigint      NOT NULL CHECK (amount > 0),
  refunded_at timestamptz NOT NULL,
  reason      text,
  PRIMARY KEY (order_id, refund_id)
);

-- Orders of which something was said that the intake could not settle by itself.
CREATE TABLE order_review (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  platform     text        NOT NULL,
  order_number text        NOT NULL,
  due_at       timestamptz NOT NULL
);
CREATE INDEX order_review_due ON order_review (due_at, id);

-- Which days of which platform want their statement, and who is at it.
CREATE TABLE statement_day (
  platform        text        NOT NULL,
  day             date        NOT NULL,
  next_attempt_at timestamptz,
  attempts        integer     NOT NULL DEFAULT 0,
  lease_owner     uuid,
  lease_until     timestamptz,
  asked_at        timestamptz, -- when the newest statement that was taken had been asked for
  last_outcome    text,
  PRIMARY KEY (platform, day)
);
CREATE INDEX statement_day_due ON statement_day (next_attempt_at)
  WHERE next_attempt_at IS NOT NULL;

-- One row for each statement that was fetched, and what comparing it showed.
CREATE TABLE reconciliation (
  id                   uuid        PRIMARY KEY,
  platform             text        NOT NULL,
  day                  date        NOT NULL,
  outcome              text        NOT NULL,
  detail               text,
  started_at           timestamptz NOT NULL,
  finished_at          timestamptz NOT NULL,
  digest               text,
  lines                bigint      NOT NULL DEFAULT 0,
  paid                 bigint      NOT NULL DEFAULT 0,
  refunded             bigint      NOT NULL DEFAULT 0,
  matched              bigint      NOT NULL DEFAULT 0,
  missing_locally      bigint      NOT NULL DEFAULT 0,
  missing_in_statement bigint      NOT NULL DEFAULT 0,
  amount_diff          bigint      NOT NULL DEFAULT 0,
  status_diff          bigint      NOT NULL DEFAULT 0
);
CREATE INDEX reconciliation_page ON reconciliation (started_at DESC, id DESC);
CREATE INDEX reconciliation_day ON reconciliation (day, started_at DESC, id DESC);

-- The rows of a report that did not match, numbered in the order they were found.
CREATE SEQUENCE reconciliation_row_number CACHE 100;
CREATE TABLE reconciliation_row (
  reconciliation_id uuid   NOT NULL,
  row_number        bigint NOT NULL,
  outcome           text   NOT NULL,
  kind              text,
  order_number      text,
  reference         text,
  statement_amount  text,
  local_amount      text,
  detail            text,
  PRIMARY KEY (reconciliation_id, row_number)
);
