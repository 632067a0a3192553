-- due_at of an application that waits stays as it was and is its place in the queue; what was
-- promised is shown again once it goes on. promised_from is what due_at is counted from.
ALTER TABLE application ADD COLUMN promised_from timestamptz;
ALTER TABLE application ADD COLUMN expected_issue_at timestamptz;
UPDATE application SET promised_from = submitted_at WHERE submitted_at IS NOT NULL;
