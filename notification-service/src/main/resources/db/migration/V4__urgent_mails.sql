-- The mails that somebody waits for, which go before the others. Their kind tells, so that also what
-- is queued by the release before, and was before this, is in the index; other mails cost nothing.
CREATE INDEX delivery_urgent ON delivery (next_attempt_at, id)
  WHERE next_attempt_at IS NOT NULL AND kind IN ('ACTIVATION', 'ALREADY_REGISTERED',
    'ORDER_NOT_YET_KNOWN', 'CLAIM_APPROVAL', 'PASSWORD_RESET', 'EMAIL_CHANGE_CONFIRMATION');
