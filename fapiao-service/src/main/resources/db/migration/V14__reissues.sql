-- The Fapiao in whose place an application asks for another one: once each.
ALTER TABLE application ADD COLUMN reissue_of uuid REFERENCES fapiao;
CREATE UNIQUE INDEX one_reissue_per_fapiao ON application (reissue_of)
  WHERE reissue_of IS NOT NULL;
-- True when all its Fapiao are void or taken back: nothing of it is to be delivered any more.
ALTER TABLE application ADD COLUMN reversed boolean NOT NULL DEFAULT false;
