-- The order in which the source said its events, which need not be the order in which they came:
-- a parked event holds back those said after it, never one said before it. 0: not told.
ALTER TABLE dead_letter ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
DROP INDEX dead_letter_parked;
CREATE INDEX dead_letter_parked ON dead_letter (consumer, event_key, sequence, id)
  WHERE state = 'PARKED';
