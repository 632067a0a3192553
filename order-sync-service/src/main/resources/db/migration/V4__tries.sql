-- A statement that stays wrong is one report, which counts how often it was tried.
ALTER TABLE reconciliation ADD COLUMN tries integer NOT NULL DEFAULT 1;
