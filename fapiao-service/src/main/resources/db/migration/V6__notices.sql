-- A notice of a kind comes and goes by itself with those that wait for it; others are by hand.
ALTER TABLE notice ALTER COLUMN expected_issue_at DROP NOT NULL;
ALTER TABLE notice ADD COLUMN medium text;
ALTER TABLE notice ADD COLUMN until timestamptz;
ALTER TABLE notice ADD COLUMN automatic boolean NOT NULL DEFAULT false;
ALTER TABLE notice ADD COLUMN published_by text;
CREATE UNIQUE INDEX one_automatic_notice_per_kind ON notice (type, medium)
  WHERE automatic AND withdrawn_at IS NULL;
CREATE INDEX notice_in_force ON notice (published_at DESC, id DESC) WHERE withdrawn_at IS NULL;

-- The days, by the calendar in China, on which it was told that stock is low.
CREATE TABLE stock_low_told (
  day     date PRIMARY KEY,
  told_at timestamptz NOT NULL
);
