-- What was made of a document (edition, blocks, tables) is known again by a digest: a bit that flips there gives another
-- figure, and no page that is unsound (reading_digest.h). Editions of an older library get theirs when it is opened.
CREATE TABLE edition_digest (
    edition_id INTEGER PRIMARY KEY REFERENCES edition (id) ON DELETE CASCADE,
    digest     INTEGER NOT NULL
);
