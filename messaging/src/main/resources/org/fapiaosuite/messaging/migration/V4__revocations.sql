-- Access tokens that are refused although they have not expired: those of a session that has ended,
-- and those of an account that are older than an epoch. Kept as long as such a token may live.
CREATE TABLE revocation (
  -- a session or an account
  subject    uuid        PRIMARY KEY,
  -- tokens with a lower one are refused; of a session, all
  epoch      bigint      NOT NULL,
  kept_until timestamptz NOT NULL
);
CREATE INDEX revocation_end ON revocation (kept_until);

-- The public keys of access tokens as they were last published, so that a service that starts while
-- their publisher is away believes the tokens it believed before.
CREATE TABLE published_keys (
  -- there is one row
  single  boolean     PRIMARY KEY DEFAULT true CHECK (single),
  jwks    text        NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now()
);
