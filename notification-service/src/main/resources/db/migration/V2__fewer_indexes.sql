-- Every index costs each mail two entries, one when it is taken and one when it is settled.
-- What is not done is what is due or leased, which have indexes of their own.
DROP INDEX delivery_open;
-- Follows from event and kind, which are unique together.
ALTER TABLE delivery DROP CONSTRAINT delivery_message_id_key;
