-- What a claim waits for, since when, and whether its claimant was told how that stands; and what two
-- of staff decided about one that waits for its payer.
ALTER TABLE claim
  ADD COLUMN waits_for         text,
  ADD COLUMN waiting_since     timestamptz,
  ADD COLUMN told_at           timestamptz,
  ADD COLUMN prepared_by       uuid,
  ADD COLUMN prepared_at       timestamptz,
  ADD COLUMN prepared_evidence text,
  ADD COLUMN approved_by       uuid,
  ADD COLUMN approved_at       timestamptz,
  ADD COLUMN approved_evidence text;

UPDATE claim
SET waits_for = status, waiting_since = made_at, next_step_at = made_at + interval '3 days'
WHERE status IN ('WAITING_FOR_ORDER', 'WAITING_FOR_PAYER');

-- For staff: by status, the oldest first.
CREATE INDEX claim_age ON claim (status, made_at, id);
