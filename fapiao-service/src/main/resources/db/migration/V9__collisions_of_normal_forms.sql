-- Rows that would be the same as another one in the form in which names and numbers are kept now:
-- left as they were, and listed for a person to find out what they are. Without the texts, which may
-- be names.
CREATE TABLE normal_form_collision (
  table_name  text        NOT NULL,
  column_name text        NOT NULL,
  row_key     text        NOT NULL,
  -- the key of the first row of those that are the same
  same_as     text        NOT NULL,
  found_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (table_name, column_name, row_key)
);
