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

CREATE TEMPORARY TABLE stored_number ON COMMIT DROP AS
SELECT stored, upper(stored COLLATE "C") AS normal,
  count(*) OVER (PARTITION BY upper(stored COLLATE "C")) > 1 AS collides
FROM (
  SELECT order_number AS stored FROM orders
  UNION SELECT order_number FROM fact
  UNION SELECT order_number FROM order_review
) number;

INSERT INTO normal_form_collision (table_name, column_name, row_key, stored, normal)
SELECT 'orders', 'order_number', id, stored, normal
FROM orders JOIN stored_number ON stored = order_number AND collides
UNION ALL
SELECT DISTINCT 'fact', 'order_number', order_id, stored, normal
FROM fact JOIN stored_number ON stored = order_number AND collides;

DELETE FROM stored_number WHERE collides OR stored = normal;
ALTER TABLE refund DROP CONSTRAINT refund_order_id_fkey;
UPDATE refund SET order_id = orders.platform || ':' || normal
FROM orders JOIN stored_number ON stored = orders.order_number WHERE refund.order_id = orders.id;
UPDATE orders SET id = platform || ':' || normal, order_number = normal
FROM stored_number WHERE order_number = stored;
ALTER TABLE refund ADD CONSTRAINT refund_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id);
UPDATE fact SET order_id = platform || ':' || normal, order_number = normal
FROM stored_number WHERE order_number = stored;
UPDATE order_review SET order_number = normal FROM stored_number WHERE order_number = stored;
UPDATE reconciliation_row SET order_number = normal FROM stored_number WHERE order_number = stored;
