-- The private keys of access tokens, encrypted: the present one, the next one, and older ones as long
-- as a token signed with them can be valid. Shared by all copies of the service.
CREATE TABLE signing_key (
  -- RFC 7638 thumbprint, the kid of its tokens
  id         text PRIMARY KEY,
  -- PKCS#8, AES-256-GCM under a key that derives from the master key
  sealed     bytea NOT NULL,
  signs_from timestamptz NOT NULL
);
