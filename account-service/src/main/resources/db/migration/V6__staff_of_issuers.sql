-- Staff whom an issuer names by a role.

-- Somebody at an issuer may be a customer here and of the staff, in an account each.
ALTER TABLE issuer_identity
  ADD COLUMN staff boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT issuer_identity_pkey,
  ADD PRIMARY KEY (issuer, subject, staff);

-- An address is that of one member of staff, disabled or not, however they sign in: who asks for
-- something and who approves it are told apart by their accounts.
CREATE UNIQUE INDEX account_staff_email ON account (email_key) WHERE role <> 'CUSTOMER';
