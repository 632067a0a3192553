-- One asking of an issuer for an application, written before the call (see IssueAttempt).
CREATE TABLE issue_attempt (
  -- the request id under which the issuer is asked, and asked what became of it
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  application_id uuid NOT NULL REFERENCES application,
  issuer         text NOT NULL,
  asked_by       text NOT NULL,
  asked_at       timestamptz NOT NULL,
  -- the lines of the documents it is asked for
  plan           jsonb NOT NULL,
  -- the numbers a clerk typed in
  entries        jsonb NOT NULL,
  state          text NOT NULL,
  -- who asks, or asked last
  lease          uuid NOT NULL,
  -- when the lease ends, or the issuer is to be asked again
  due_at         timestamptz NOT NULL,
  asked_again    integer NOT NULL,
  told_at        timestamptz,
  ended_at       timestamptz,
  reason         text
);
CREATE UNIQUE INDEX one_open_attempt_per_application ON issue_attempt (application_id)
  WHERE state IN ('ASKED', 'UNKNOWN');
CREATE INDEX issue_attempt_due ON issue_attempt (due_at) WHERE state IN ('ASKED', 'UNKNOWN');
CREATE INDEX issue_attempt_by_application ON issue_attempt (application_id);
