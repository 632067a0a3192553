-- Rows that would be the same as another one in the form in which names and numbers are kept now:
-- left as they were, and listed for a person to find out what they are.
CREATE TABLE normal_form_collision (
  table_name  text        NOT NULL,
  column_name text        NOT NULL,
  row_key     text        NOT NULL,
  stored      text        NOT NULL,
  normal      text        NOT NULL,
  found_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (table_name, column_name, row_key)
);
