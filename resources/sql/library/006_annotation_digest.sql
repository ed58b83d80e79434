-- What the analyst wrote (notes, tags, saved searches) is known again by a digest (annotation_digest.h), as readings
-- are. Notes of an older library get theirs when the index has been found to have their words: until then nobody
-- knows which of the two is sound.
ALTER TABLE note ADD COLUMN digest INTEGER;
ALTER TABLE tag ADD COLUMN digest INTEGER;
ALTER TABLE saved_search ADD COLUMN digest INTEGER;
