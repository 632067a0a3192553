-- The same moment, written so that no other index can give it: while PostgreSQL's statistics know of
-- nothing due, delivery_due looked as cheap, and all that is due was read for one urgent mail.
DROP INDEX delivery_urgent;
CREATE INDEX delivery_urgent ON delivery ((next_attempt_at AT TIME ZONE 'UTC'), id)
  WHERE next_attempt_at IS NOT NULL AND kind IN ('ACTIVATION', 'ALREADY_REGISTERED',
    'ORDER_NOT_YET_KNOWN', 'CLAIM_APPROVAL', 'PASSWORD_RESET', 'EMAIL_CHANGE_CONFIRMATION');
