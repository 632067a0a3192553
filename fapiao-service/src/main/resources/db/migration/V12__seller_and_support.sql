-- Who issues. Without a row the configuration counts.
CREATE TABLE seller_profile (
  id             text PRIMARY KEY,
  version        integer NOT NULL,
  -- by language tag, as are the other texts in jsonb
  name           jsonb NOT NULL,
  taxpayer_id    text NOT NULL,
  drawer         text NOT NULL,
  return_address jsonb NOT NULL,
  recipient      jsonb NOT NULL,
  phone          text NOT NULL,
  changed_by     text NOT NULL,
  changed_at     timestamptz NOT NULL
);

CREATE TABLE support_case (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  account_id     text NOT NULL,
  -- whose bill or application it is about; null when about none
  customer_id    text,
  kind           text NOT NULL,
  status         text NOT NULL,
  bill_id        uuid REFERENCES bill,
  application_id uuid REFERENCES application,
  order_numbers  jsonb NOT NULL,
  created_at     timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL,
  due_at         timestamptz NOT NULL,
  answered_at    timestamptz,
  -- the title that is asked for
  title_type     text,
  buyer_name     text,
  taxpayer_id    bytea,
  buyer_address  text,
  buyer_phone    text,
  bank_name      text,
  bank_account   bytea,
  check_digit_confirmed_at timestamptz,
  approved       boolean,
  decided_by     text,
  decided_at     timestamptz,
  -- the parcel that the customer sends back
  parcel_carrier text,
  parcel_waybill text,
  parcel_entered_at timestamptz,
  forgotten      boolean NOT NULL,
  CONSTRAINT decided_by_somebody CHECK ((approved IS NULL) = (decided_by IS NULL))
);
CREATE INDEX support_case_by_account ON support_case (account_id, created_at DESC, id DESC);
CREATE INDEX support_case_queue ON support_case (due_at, id);
CREATE INDEX support_case_queue_by_status ON support_case (status, due_at, id);
CREATE INDEX support_case_by_bill ON support_case (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX support_case_by_application ON support_case (application_id)
  WHERE application_id IS NOT NULL;

-- What a bill is to be split into.
CREATE TABLE support_case_part (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES support_case,
  position       integer NOT NULL,
  amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
  title_type     text NOT NULL,
  buyer_name     text NOT NULL,
  taxpayer_id    bytea,
  buyer_address  text,
  buyer_phone    text,
  bank_name      text,
  bank_account   bytea,
  check_digit_confirmed_at timestamptz,
  -- the draft that an approval made; no reference, since the customer may discard it
  application_id uuid,
  UNIQUE (case_id, position)
);

CREATE TABLE support_message (
  id        uuid PRIMARY KEY,
  case_id   uuid NOT NULL REFERENCES support_case,
  at        timestamptz NOT NULL,
  author    text NOT NULL,
  author_id text NOT NULL,
  -- null where a file says it all, and once it is forgotten
  text      text
);
CREATE INDEX support_message_by_case ON support_message (case_id, at, id);

-- Documents by what they are: the digest is SHA-256 in hex, so that one content is kept once.
CREATE TABLE document (
  digest     text PRIMARY KEY,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  -- when it was last brought; what nothing refers to is kept for a day from then on
  brought_at timestamptz NOT NULL
);
CREATE TABLE document_chunk (
  digest   text NOT NULL REFERENCES document ON DELETE CASCADE,
  position integer NOT NULL,
  content  bytea NOT NULL,
  PRIMARY KEY (digest, position)
);
-- pictures and PDFs are compressed already
ALTER TABLE document_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE support_file (
  id         uuid PRIMARY KEY,
  case_id    uuid NOT NULL REFERENCES support_case,
  message_id uuid NOT NULL REFERENCES support_message,
  name       text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  digest     text NOT NULL REFERENCES document
);
CREATE INDEX support_file_by_case ON support_file (case_id);
CREATE INDEX support_file_by_digest ON support_file (digest);
