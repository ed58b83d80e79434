-- What a list shows of an article (titles, month, source, topics) is known again by a digest, as readings are
-- (article_digest.h). Articles of an older library get theirs when it is opened; one without is believed.
ALTER TABLE article ADD COLUMN digest INTEGER;
