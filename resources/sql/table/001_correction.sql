-- What an analyst corrected in tables: a log that is only ever added to. An entry with `undoes` takes another
-- one back. It hangs on the article and its language and carries the words by which its place is found again
-- in another version of the page: ids of tables do not survive everything, words nearly always do.
CREATE TABLE table_correction (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uid           TEXT NOT NULL UNIQUE,        -- 128 random bits, the same in every copy of the library
    article_id    INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    language      INTEGER NOT NULL,            -- Language of the edition
    undoes        TEXT,                        -- uid of the entry that this one takes back
    kind          INTEGER NOT NULL,            -- CorrectionKind
    caption       TEXT NOT NULL,
    header        TEXT NOT NULL,               -- JSON: all header cells of the table
    ordinal       INTEGER NOT NULL,            -- of the table in its edition at that time
    column_header TEXT NOT NULL,
    row_label     TEXT NOT NULL,
    row_no        INTEGER NOT NULL,            -- at that time; -1: not of one row
    column_no     INTEGER NOT NULL,
    before        TEXT NOT NULL,               -- the page's words, or the role or unit that stood there
    after         TEXT NOT NULL,
    by_whom       TEXT NOT NULL,
    at            TEXT NOT NULL,
    why           TEXT NOT NULL
);
CREATE INDEX table_correction_by_article ON table_correction (article_id, language);
CREATE TRIGGER table_correction_stays BEFORE UPDATE ON table_correction
BEGIN SELECT RAISE(ABORT, 'the log of corrections is only added to'); END;
