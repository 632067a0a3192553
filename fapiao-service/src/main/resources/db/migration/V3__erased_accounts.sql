-- Accounts whose owner is to be forgotten, as long as something is left to forget.
CREATE TABLE erased_account (
  account_id text PRIMARY KEY,
  erased_at  timestamptz NOT NULL
);

-- Whether recipient and address, and the buyer, have been replaced by pseudonyms.
ALTER TABLE application
  ADD COLUMN recipient_forgotten boolean NOT NULL DEFAULT false,
  ADD COLUMN buyer_forgotten     boolean NOT NULL DEFAULT false;
CREATE INDEX application_remembered ON application (account_id) WHERE NOT buyer_forgotten;
