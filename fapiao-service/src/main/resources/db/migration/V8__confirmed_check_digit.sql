-- When the customer confirmed that a taxpayer id stands on the certificate as it is, although its
-- check character is not the calculated one: the evidence for whoever asks later.
ALTER TABLE title ADD COLUMN check_digit_confirmed_at timestamptz;
ALTER TABLE application ADD COLUMN check_digit_confirmed_at timestamptz;
