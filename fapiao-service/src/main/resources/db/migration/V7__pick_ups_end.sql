ALTER TABLE application ADD COLUMN pickup_reminded boolean NOT NULL DEFAULT false;
CREATE INDEX application_to_pick_up ON application (pickup_until)
  WHERE status = 'READY_FOR_PICKUP';
