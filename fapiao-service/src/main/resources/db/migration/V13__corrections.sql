-- What is void or taken back, and the red letters that take back. Amounts of a red letter are stored
-- above zero, like all others; its kind says that they count against the Fapiao it reverses.
ALTER TABLE fapiao
  ADD COLUMN kind                 text NOT NULL DEFAULT 'BLUE' CHECK (kind IN ('BLUE', 'RED')),
  ADD COLUMN reverses             uuid REFERENCES fapiao,
  ADD COLUMN replaced_by          uuid REFERENCES application,
  ADD COLUMN reversed_net_fen     bigint NOT NULL DEFAULT 0,
  ADD COLUMN reversed_tax_fen     bigint NOT NULL DEFAULT 0,
  ADD COLUMN invoice_returned     boolean NOT NULL DEFAULT false,
  ADD COLUMN deduction_returned   boolean NOT NULL DEFAULT false,
  ADD COLUMN proof_kind           text,
  ADD COLUMN proof_reference      text,
  ADD COLUMN copies_lost          boolean NOT NULL DEFAULT false,
  ADD COLUMN stamped_copy_waybill text,
  ADD COLUMN returned_on          date,
  ADD COLUMN checked_in_by        text,
  ADD COLUMN checked_in_at        timestamptz,
  ADD CONSTRAINT red_reverses_blue CHECK ((kind = 'RED') = (reverses IS NOT NULL)),
  ADD CONSTRAINT never_more_reversed_than_issued
    CHECK (reversed_net_fen BETWEEN 0 AND net_fen AND reversed_tax_fen BETWEEN 0 AND tax_fen),
  ADD CONSTRAINT reversed_in_full CHECK ((status IN ('VOIDED', 'RED_LETTERED'))
    = (reversed_net_fen + reversed_tax_fen = net_fen + tax_fen)),
  ADD CONSTRAINT red_stays CHECK (kind = 'BLUE' OR status = 'ISSUED');
CREATE INDEX fapiao_by_reversed ON fapiao (reverses) WHERE reverses IS NOT NULL;

-- All that was invoiced once and is reversed: what is invoiced and this only ever grow together.
ALTER TABLE bill ADD COLUMN reversed_fen bigint NOT NULL DEFAULT 0 CHECK (reversed_fen >= 0);
CREATE INDEX bill_in_deficit ON bill (paid_at, id) WHERE deficit_fen > 0;

-- Void or red letter, from its preparation to the act at the tax bureau.
CREATE TABLE correction (
  id              uuid PRIMARY KEY,
  version         integer NOT NULL,
  fapiao_id       uuid NOT NULL REFERENCES fapiao,
  kind            text NOT NULL CHECK (kind IN ('VOID', 'RED_LETTER')),
  status          text NOT NULL,
  -- free text of a void, the bureau's reason of a red letter
  reason          text NOT NULL,
  amount_fen      bigint NOT NULL CHECK (amount_fen > 0),
  -- what the clerk knew when preparing it; the decision is made by that each time
  declared        boolean NOT NULL,
  used_by_buyer   boolean NOT NULL,
  booked_by_buyer boolean NOT NULL,
  form_number     text,
  form_state      text,
  form_entered_at timestamptz,
  number_scheme   text,
  code            text,
  number          text,
  -- the day of the act at the bureau
  acted_on        date,
  prepared_by     text NOT NULL,
  prepared_at     timestamptz NOT NULL,
  decided_by      text,
  decided_at      timestamptz,
  refusal         text,
  recorded_by     text,
  recorded_at     timestamptz,
  red_letter_id   uuid REFERENCES fapiao,
  CONSTRAINT nobody_approves_their_own CHECK (status = 'REFUSED' OR decided_by <> prepared_by),
  CONSTRAINT approved_before_the_act CHECK (status NOT IN ('APPROVED', 'VOIDED', 'RED_LETTERED')
    OR decided_by IS NOT NULL)
);
CREATE UNIQUE INDEX one_open_correction_per_fapiao ON correction (fapiao_id)
  WHERE status IN ('PREPARED', 'APPROVED');
CREATE UNIQUE INDEX one_correction_per_form ON correction (form_number)
  WHERE status IN ('PREPARED', 'APPROVED', 'RED_LETTERED');
CREATE INDEX correction_by_fapiao ON correction (fapiao_id, prepared_at DESC, id DESC);
CREATE INDEX correction_by_status ON correction (status, prepared_at, id);

-- Of which bills the amount was.
CREATE TABLE correction_item (
  correction_id uuid NOT NULL REFERENCES correction,
  bill_id       uuid NOT NULL REFERENCES bill,
  amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (correction_id, bill_id)
);
