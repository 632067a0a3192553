-- Order numbers have one form, in capitals, however they are pushed or typed. What has had another
-- form until now gets it here. Where two numbers differ in their case alone, nothing is changed:
-- both rows stand in this list, for a person to find out what they are.
SET LOCAL statement_timeout = 0;

CREATE TABLE normal_form_collision (
  table_name  text        NOT NULL,
  column_name text        NOT NULL,
  row_key     text        NOT NULL,
  stored      text        NOT NULL,
  normal      text        NOT NULL,
  found_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (table_name, column_name, row_key)
);

-- Every number that is stored anywhere, with its normal form; the numbers of one form collide.
CREATE TEMPORARY TABLE stored_number ON COMMIT DROP AS
SELECT stored, upper(stored COLLATE "C") AS normal,
  count(*) OVER (PARTITION BY upper(stored COLLATE "C")) > 1 AS collides
FROM (
  SELECT order_number AS stored FROM paid_order
  UNION SELECT order_number FROM claim
  UNION SELECT order_number FROM registration
  UNION SELECT order_number FROM customer_link
) number;

INSERT INTO normal_form_collision (table_name, column_name, row_key, stored, normal)
SELECT 'paid_order', 'order_number', order_number, stored, normal
FROM paid_order JOIN stored_number ON stored = order_number AND collides
UNION ALL
SELECT 'claim', 'order_number', id::text, stored, normal
FROM claim JOIN stored_number ON stored = order_number AND collides
UNION ALL
SELECT 'registration', 'order_number', id::text, stored, normal
FROM registration JOIN stored_number ON stored = order_number AND collides
UNION ALL
SELECT 'customer_link', 'order_number', account_id || ' ' || customer_id, stored, normal
FROM customer_link JOIN stored_number ON stored = order_number AND collides;

DELETE FROM stored_number WHERE collides OR stored = normal;
UPDATE paid_order SET order_number = normal FROM stored_number WHERE order_number = stored;
UPDATE claim SET order_number = normal FROM stored_number WHERE order_number = stored;
UPDATE registration SET order_number = normal FROM stored_number WHERE order_number = stored;
UPDATE customer_link SET order_number = normal FROM stored_number WHERE order_number = stored;
