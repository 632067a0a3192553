-- Who works on an application, and until when others keep off.
ALTER TABLE application ADD COLUMN claimed_by text, ADD COLUMN claimed_until timestamptz,
  ADD CONSTRAINT claimed_by_somebody CHECK ((claimed_by IS NULL) = (claimed_until IS NULL));

-- What is promised and not issued: few among all that ever were, and looked for all the time.
CREATE INDEX application_promised ON application (due_at, id)
  WHERE status IN ('SUBMITTED', 'IN_PROCESS', 'WAITING_FOR_STOCK', 'ISSUING', 'ISSUE_UNKNOWN');

-- What an application is searched by.
CREATE INDEX application_item_by_order ON application_item (order_number);
CREATE INDEX application_by_waybill ON application (waybill) WHERE waybill IS NOT NULL;
CREATE INDEX application_by_title ON application (lower(buyer_name) text_pattern_ops);
CREATE INDEX fapiao_by_number ON fapiao (number);

-- For which promise staff was warned that it is at risk.
CREATE TABLE promise_warning (
  application_id uuid        NOT NULL REFERENCES application,
  due_at         timestamptz NOT NULL,
  told_at        timestamptz NOT NULL,
  PRIMARY KEY (application_id, due_at)
);
