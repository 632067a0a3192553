-- Token exchange: whoever signed in at a trusted issuer needs no password here.

-- An account that an issuer's word made does not hold its address: there may be a registered one of
-- the same address beside it, until its owner joins the two.
ALTER TABLE account
  -- the iss of the issuer that made it; null for those that registered, and for staff
  ADD COLUMN issuer text,
  -- the registered account that took its place
  ADD COLUMN joined_to uuid REFERENCES account;
ALTER TABLE account DROP CONSTRAINT account_email_key_key;
CREATE UNIQUE INDEX account_email ON account (email_key) WHERE issuer IS NULL;
CREATE INDEX account_joined ON account (joined_to) WHERE joined_to IS NOT NULL;

-- Who somebody at an issuer is here.
CREATE TABLE issuer_identity (
  issuer     text        NOT NULL,
  subject    text        NOT NULL,
  account_id uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
  since      timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX issuer_identity_account ON issuer_identity (account_id);

-- For whom an account ever spoke on an issuer's word: what is to be forgotten with it. It gives no
-- right to anything.
CREATE TABLE vouched_customer (
  account_id  uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  customer_id text NOT NULL,
  PRIMARY KEY (account_id, customer_id)
);

-- Tokens that were exchanged, until they would have expired.
CREATE TABLE spent_token (
  digest     text        PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX spent_token_end ON spent_token (expires_at);

-- The public keys of each issuer as they were fetched last, for a start while it is away.
CREATE TABLE issuer_jwks (
  issuer     text        PRIMARY KEY,
  jwks       text        NOT NULL,
  fetched_at timestamptz NOT NULL
);

-- Issuers that an operator switched off.
CREATE TABLE switched_off_issuer (
  issuer text        PRIMARY KEY,
  since  timestamptz NOT NULL
);

-- Sessions on an issuer's word end with the trust in it.
ALTER TABLE session ADD COLUMN issuer text;
CREATE INDEX session_issuer ON session (issuer) WHERE issuer IS NOT NULL;
