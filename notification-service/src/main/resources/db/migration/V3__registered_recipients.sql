-- Whether an account registered: then what its mailbox pays is among its bills by itself. Not so for
-- staff and for accounts that an issuer's word made; of those known so far, nearly none are.
ALTER TABLE recipient ADD COLUMN registered boolean NOT NULL DEFAULT true;
ALTER TABLE recipient ALTER COLUMN registered SET DEFAULT false;
