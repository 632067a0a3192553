-- Digests (…_hash, subject of a counter) are SHA-256 in base64url.

-- Who may sign in. A customer or a member of staff; one address has at most one account.
CREATE TABLE account (
  id                  uuid        PRIMARY KEY,
  version             integer     NOT NULL,
  email               text        NOT NULL,
  -- the canonical form two spellings of one mailbox share
  email_key           text        NOT NULL UNIQUE,
  -- PHC string; null until the first password is set (staff)
  password_hash       text,
  locale              text        NOT NULL,
  role                text        NOT NULL,
  status              text        NOT NULL,
  -- raised to make every access token of the account stale
  epoch               bigint      NOT NULL,
  created_at          timestamptz NOT NULL,
  password_changed_at timestamptz NOT NULL
);

-- Somebody's wish for an account. Locks neither the address nor the order: there may be many.
CREATE TABLE registration (
  id              uuid        PRIMARY KEY,
  version         integer     NOT NULL,
  order_number    text        NOT NULL,
  email           text        NOT NULL,
  email_key       text        NOT NULL,
  password_hash   text        NOT NULL,
  locale          text        NOT NULL,
  -- SHA-256 of the claim code that came with it
  claim_code_hash text,
  status          text        NOT NULL,
  received_at     timestamptz NOT NULL,
  next_step_at    timestamptz NOT NULL
);
CREATE INDEX registration_due ON registration (next_step_at);
CREATE INDEX registration_email ON registration (email_key);
CREATE INDEX registration_waiting ON registration (order_number)
  WHERE status = 'WAITING_FOR_ORDER';

-- What order.paid told: who paid, and for which customer of which platform.
CREATE TABLE paid_order (
  order_number    text        PRIMARY KEY,
  customer_id     text        NOT NULL,
  payer_name      text,
  payer_email     text,
  payer_email_key text,
  -- SHA-256 of the code in the order confirmation mail, once it was asked for
  claim_code_hash text,
  paid_at         timestamptz NOT NULL
);
CREATE INDEX paid_order_payer ON paid_order (payer_email_key);

-- An account may see what belongs to a customer, and why it may.
CREATE TABLE customer_link (
  account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
  customer_id  text        NOT NULL,
  order_number text        NOT NULL,
  proof        text        NOT NULL,
  linked_at    timestamptz NOT NULL,
  PRIMARY KEY (account_id, customer_id)
);

-- An account says that an order is its own.
CREATE TABLE claim (
  id              uuid        PRIMARY KEY,
  version         integer     NOT NULL,
  account_id      uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
  order_number    text        NOT NULL,
  claim_code_hash text,
  status          text        NOT NULL,
  made_at         timestamptz NOT NULL,
  next_step_at    timestamptz,
  UNIQUE (account_id, order_number)
);
CREATE INDEX claim_due ON claim (next_step_at) WHERE next_step_at IS NOT NULL;
CREATE INDEX claim_waiting ON claim (order_number) WHERE status = 'WAITING_FOR_ORDER';

-- A mail with a secret was asked for. The secret itself is nowhere; only its hash, once minted.
CREATE TABLE secret_request (
  id            uuid        PRIMARY KEY,
  version       integer     NOT NULL,
  kind          text        NOT NULL,
  -- what the secret opens: a registration, an account, a claim, an e-mail change
  subject       uuid        NOT NULL,
  requested_at  timestamptz NOT NULL,
  secret_hash   text        UNIQUE,
  expires_at    timestamptz,
  used_at       timestamptz,
  superseded_at timestamptz
);
CREATE INDEX secret_request_subject ON secret_request (kind, subject) WHERE superseded_at IS NULL;
CREATE INDEX secret_request_age ON secret_request (requested_at);

-- One signed-in device; ends at its absolute end at the latest.
CREATE TABLE session (
  id           uuid        PRIMARY KEY,
  version      integer     NOT NULL,
  account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
  device       text,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  revoked_at   timestamptz
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_end ON session (ends_at);

-- Every refresh token a session ever had, so that the use of an old one is noticed.
CREATE TABLE refresh_token (
  hash       text        PRIMARY KEY,
  session_id uuid        NOT NULL REFERENCES session ON DELETE CASCADE,
  issued_at  timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);

-- Failed sign-ins in a row, by address, and by address and network. Survives a restart.
CREATE TABLE sign_in_failure (
  subject     text        PRIMARY KEY,
  consecutive integer     NOT NULL,
  not_before  timestamptz NOT NULL,
  last_at     timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_age ON sign_in_failure (last_at);

-- How often something was done in a window of time. Survives a restart.
CREATE TABLE tally (
  subject      text        NOT NULL,
  window_start timestamptz NOT NULL,
  count        integer     NOT NULL,
  PRIMARY KEY (subject, window_start)
);
CREATE INDEX tally_age ON tally (window_start);

-- A mail was asked for by naming an address. Whether the address is known is looked up later, so
-- that the answer cannot tell.
CREATE TABLE mail_request (
  id           uuid        PRIMARY KEY,
  kind         text        NOT NULL,
  email_key    text        NOT NULL,
  received_at  timestamptz NOT NULL,
  next_step_at timestamptz NOT NULL
);
CREATE INDEX mail_request_due ON mail_request (next_step_at);

-- An account is to have another address, once that address has confirmed it.
CREATE TABLE email_change (
  account_id    uuid        PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  version       integer     NOT NULL,
  new_email     text        NOT NULL,
  new_email_key text        NOT NULL,
  requested_at  timestamptz NOT NULL
);
