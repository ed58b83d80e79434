-- What is found, its words and the facts behind it are known again by digests (check_digest.h), as readings are. Rows of
-- an older library get theirs when it is opened; a row without one is believed.
ALTER TABLE check_result ADD COLUMN digest INTEGER;
ALTER TABLE check_words ADD COLUMN digest INTEGER;
ALTER TABLE fact ADD COLUMN digest INTEGER;
