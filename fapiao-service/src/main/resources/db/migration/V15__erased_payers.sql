-- By what a payer who erases their account is found, and whether their name has been replaced.
ALTER TABLE bill
  ADD COLUMN payer_digest    text, -- SHA-256 of the e-mail address's key, hexadecimal
  ADD COLUMN payer_forgotten boolean NOT NULL DEFAULT false;
CREATE INDEX bill_with_payer ON bill (customer_id) WHERE NOT payer_forgotten;

-- Payers whose name is to be forgotten, as long as a bill has it or may still come to have it.
CREATE TABLE erased_payer (
  account_id   text        NOT NULL,
  customer_id  text        NOT NULL, -- <platform>:<customerId>
  email_digest text        NOT NULL,
  erased_at    timestamptz NOT NULL,
  PRIMARY KEY (account_id, customer_id)
);
