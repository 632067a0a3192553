-- Payers whose account was erased, until nobody can tell of their orders any more.
CREATE TABLE erased_payer (
  account_id  text        NOT NULL,
  customer_id text        NOT NULL, -- <platform>:<customerId>
  email_digest text        NOT NULL, -- SHA-256 of the address in lower case, hexadecimal
  erased_at   timestamptz NOT NULL,
  PRIMARY KEY (account_id, customer_id)
);
CREATE INDEX orders_of_erased_payers ON orders (paid_at)
  WHERE payer_email = 'erased@account.invalid' AND payer_name <> '-';
