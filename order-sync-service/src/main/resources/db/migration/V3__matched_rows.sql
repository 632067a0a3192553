-- What matched is not written down once more: it is what the statement said, less what differed,
-- in the order of this index.
DROP INDEX fact_statement;
CREATE INDEX fact_statement ON fact (platform, statement_day, order_number, kind, reference)
  WHERE source = 'STATEMENT';
CREATE INDEX reconciliation_row_order ON reconciliation_row (reconciliation_id, order_number);
