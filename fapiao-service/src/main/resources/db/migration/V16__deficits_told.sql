-- The deficits that staff were told of: each amount of a bill once.
CREATE TABLE deficit_told (
  bill_id     uuid NOT NULL REFERENCES bill,
  deficit_fen bigint NOT NULL CHECK (deficit_fen > 0),
  told_at     timestamptz NOT NULL,
  PRIMARY KEY (bill_id, deficit_fen)
);
