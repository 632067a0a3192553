-- What is left of each type and medium. All four rows are always there, so that whoever takes or
-- brings something can lock one; a kind is kept once it has a range or a quota.
CREATE TABLE capacity (
  type              text NOT NULL,
  medium            text NOT NULL,
  version           integer NOT NULL,
  threshold         integer CHECK (threshold >= 0),
  monthly_quota_fen bigint CHECK (monthly_quota_fen > 0),
  PRIMARY KEY (type, medium)
);
INSERT INTO capacity (type, medium, version)
  SELECT type, medium, 0
  FROM unnest(ARRAY['ORDINARY', 'SPECIAL']) AS type, unnest(ARRAY['PAPER', 'ELECTRONIC']) AS medium;

CREATE TABLE number_range (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL,
  type          text NOT NULL,
  medium        text NOT NULL,
  code          text NOT NULL,
  first_number  bigint NOT NULL CHECK (first_number >= 0),
  last_number   bigint NOT NULL CHECK (last_number >= first_number),
  expected_at   timestamptz,
  received_at   timestamptz,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  -- how many of its numbers are in stock_number
  taken         integer NOT NULL CHECK (taken BETWEEN 0 AND last_number - first_number + 1),
  -- no number below is free
  lowest_free   bigint NOT NULL,
  FOREIGN KEY (type, medium) REFERENCES capacity
);
CREATE INDEX number_range_by_code ON number_range (code, first_number);
CREATE INDEX number_range_by_kind ON number_range (type, medium);

-- Numbers that are not free: the key is what keeps one from being used twice.
CREATE TABLE stock_number (
  range_id       uuid NOT NULL REFERENCES number_range,
  number         bigint NOT NULL,
  state          text NOT NULL CHECK (state IN ('HELD', 'ISSUED', 'SPOILT')),
  application_id uuid REFERENCES application,
  reason         text,
  taken_by       text,
  taken_at       timestamptz NOT NULL,
  PRIMARY KEY (range_id, number)
);
CREATE INDEX stock_number_held ON stock_number (application_id) WHERE state = 'HELD';

-- What an accepted application takes of the stock until it is issued.
CREATE TABLE stock_hold (
  application_id uuid PRIMARY KEY REFERENCES application,
  version        integer NOT NULL,
  type           text NOT NULL,
  medium         text NOT NULL,
  numbers        integer NOT NULL CHECK (numbers >= 0),
  net_fen        bigint NOT NULL CHECK (net_fen >= 0),
  waiting        boolean NOT NULL,
  -- when it was due before it had to wait: first come, first served
  place          timestamptz NOT NULL
);
CREATE INDEX stock_hold_waiting ON stock_hold (type, medium, place, application_id) WHERE waiting;
CREATE INDEX stock_hold_held ON stock_hold (type, medium) INCLUDE (net_fen) WHERE NOT waiting;

-- What was issued in a month, without tax; the month is that of the dates printed.
CREATE TABLE quota_use (
  type    text NOT NULL,
  medium  text NOT NULL,
  month   date NOT NULL,
  net_fen bigint NOT NULL CHECK (net_fen >= 0),
  PRIMARY KEY (type, medium, month)
);

-- Those already accepted or issued count as well, once a quota is registered.
INSERT INTO stock_hold (application_id, version, type, medium, numbers, net_fen, waiting, place)
  SELECT id, 0, type, medium, 0, net_fen, false, due_at FROM application
  WHERE status IN ('IN_PROCESS', 'ISSUING', 'ISSUE_UNKNOWN') AND due_at IS NOT NULL;
INSERT INTO quota_use (type, medium, month, net_fen)
  SELECT type, medium, date_trunc('month', issued_on)::date, sum(net_fen)
  FROM fapiao GROUP BY 1, 2, 3;
