-- The library: articles, their language editions, the documents they came from, and what the analyst adds.
-- Instants are UTC, ISO 8601; days are YYYY-MM-DD; spans are bytes. Ids are never used again (AUTOINCREMENT).

-- Facts about the library itself: 'uid', 'tokenizer'.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE source (
    id            INTEGER PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,
    stated_count  INTEGER NOT NULL DEFAULT -1, -- articles as the newest page counts them, -1: none does
    article_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE month (
    value         TEXT PRIMARY KEY NOT NULL,   -- "2026-04"
    stated_count  INTEGER NOT NULL DEFAULT -1,
    article_count INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE topic (
    id            INTEGER PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,
    stated_count  INTEGER NOT NULL DEFAULT -1,
    article_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE tag (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL UNIQUE COLLATE NOCASE,
    colour        TEXT NOT NULL,
    article_count INTEGER NOT NULL DEFAULT 0
);

-- One row: what the sidebar counts. Kept by triggers, because counting 100,000 rows takes longer than a frame.
CREATE TABLE tally (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    articles INTEGER NOT NULL DEFAULT 0,
    unread   INTEGER NOT NULL DEFAULT 0,
    starred  INTEGER NOT NULL DEFAULT 0,
    noted    INTEGER NOT NULL DEFAULT 0
);
INSERT INTO tally (id) VALUES (1);

-- One article in however many languages. Everything a list shows is here, gathered from the editions.
CREATE TABLE article (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uid           TEXT NOT NULL UNIQUE,        -- 128 random bits, the same in every copy of the library
    key           TEXT NOT NULL UNIQUE,        -- identity.h, articleKey
    day           TEXT NOT NULL,               -- earliest day, else archive month, else '': the order of time
    source_id     INTEGER REFERENCES source (id),
    archive_month TEXT NOT NULL,
    unread        INTEGER NOT NULL DEFAULT 1,
    starred       INTEGER NOT NULL DEFAULT 0,
    note_count    INTEGER NOT NULL DEFAULT 0,
    table_count   INTEGER NOT NULL DEFAULT 0,
    languages     INTEGER NOT NULL DEFAULT 0,  -- a bit for each Language that has an edition
    title         TEXT NOT NULL,               -- of the edition imported first
    title_en      TEXT NOT NULL,
    title_hant    TEXT NOT NULL,
    title_hans    TEXT NOT NULL,
    published     TEXT NOT NULL,
    summary       TEXT NOT NULL,               -- at most 240 bytes
    url           TEXT NOT NULL,
    slug          TEXT NOT NULL,
    author        TEXT NOT NULL,
    imported_at   TEXT NOT NULL,
    updated_at    TEXT NOT NULL
);
CREATE INDEX article_by_day ON article (day, id);
CREATE INDEX article_by_source ON article (source_id, day, id);
CREATE INDEX article_by_month ON article (archive_month, day, id);
CREATE INDEX article_by_title ON article (title COLLATE NOCASE, id);
CREATE INDEX article_unread ON article (day, id) WHERE unread = 1;
CREATE INDEX article_starred ON article (day, id) WHERE starred = 1;
CREATE INDEX article_noted ON article (day, id) WHERE note_count > 0;

-- The bytes of an imported file, once, however many articles it holds (a feed holds many).
CREATE TABLE document (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256      TEXT NOT NULL UNIQUE,
    encoding    TEXT NOT NULL,
    format      TEXT NOT NULL,
    origin      TEXT NOT NULL,                 -- path or address of the import that brought it
    imported_at TEXT NOT NULL,
    raw         BLOB NOT NULL
);

-- One article in one language: its newest version. The large columns come last, so that reading the others
-- does not walk through their pages.
CREATE TABLE edition (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    language    INTEGER NOT NULL,              -- Language
    version     INTEGER NOT NULL,              -- raised by each import of other bytes
    title       TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id),
    sha256      TEXT NOT NULL,                 -- of the document, or of the article's part of a feed
    table_count INTEGER NOT NULL,
    block_count INTEGER NOT NULL,
    row_blocks  INTEGER NOT NULL,              -- blocks per row of the search index: 1 but in very long articles
    imported_at TEXT NOT NULL,
    metadata    TEXT NOT NULL,                 -- JSON: what has no column (edition_metadata.h)
    text        TEXT,                          -- NULL: the document's bytes as they are
    UNIQUE (article_id, language)
);
CREATE INDEX edition_by_document ON edition (document_id);

-- Earlier versions of an edition (the last five), as bytes: the parser can read them again.
CREATE TABLE edition_version (
    edition_id  INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    version     INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id),
    sha256      TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    PRIMARY KEY (edition_id, version)
) WITHOUT ROWID;
CREATE INDEX edition_version_by_document ON edition_version (document_id);

-- Blocks of an edition in reading order. Text that stands in the edition's text as it is (nearly always) is
-- a byte range there, not a copy.
CREATE TABLE block (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    kind       INTEGER NOT NULL,               -- BlockKind
    language   INTEGER NOT NULL,               -- Language
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    text_begin INTEGER,                        -- where the text stands in the edition's text, NULL: see text
    text_end   INTEGER,
    level      INTEGER,                        -- NULL: 0
    number     INTEGER,                        -- NULL: 0
    table_no   INTEGER,                        -- NULL: -1
    marks      TEXT,                           -- JSON: [[kind, begin, end, address?], …], NULL: none
    text       TEXT,
    PRIMARY KEY (edition_id, ordinal)
) WITHOUT ROWID;

-- Comparison tables. An id stays when a new version of the edition has the same table.
CREATE TABLE article_table (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    edition_id   INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,             -- in Article::tables
    block        INTEGER NOT NULL,             -- ordinal of its block, -1: none
    row_count    INTEGER NOT NULL,
    column_count INTEGER NOT NULL,
    caption      TEXT NOT NULL,
    content      TEXT NOT NULL                 -- JSON (table_json.h)
);
CREATE INDEX article_table_by_edition ON article_table (edition_id, ordinal);

CREATE TABLE article_topic (
    topic_id   INTEGER NOT NULL REFERENCES topic (id),
    day        TEXT NOT NULL,                  -- of the article: a topic's list comes in order without a sort
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (topic_id, day, article_id)
) WITHOUT ROWID;
CREATE INDEX article_topic_by_article ON article_topic (article_id, topic_id);

CREATE TABLE article_tag (
    tag_id     INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, article_id)
) WITHOUT ROWID;
CREATE INDEX article_tag_by_article ON article_tag (article_id, tag_id);

CREATE TABLE note (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    edition_id INTEGER REFERENCES edition (id) ON DELETE SET NULL,
    slot       INTEGER NOT NULL,               -- its row of the search index within the article
    block      INTEGER NOT NULL,               -- where the quotation stands now, -1: the article, or place lost
    span_begin INTEGER NOT NULL,               -- in the block's text
    span_end   INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    text       TEXT NOT NULL,
    colour     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (article_id, slot)
);

CREATE TABLE saved_search (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL UNIQUE,
    query  TEXT NOT NULL,
    filter TEXT NOT NULL                       -- JSON
);

-- The counts.
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    UPDATE tally SET articles = articles + 1, unread = unread + new.unread, starred = starred + new.starred,
                     noted = noted + (new.note_count > 0);
    UPDATE source SET article_count = article_count + 1 WHERE id = new.source_id;
    UPDATE month SET article_count = article_count + 1 WHERE value = new.archive_month;
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    UPDATE tally SET articles = articles - 1, unread = unread - old.unread, starred = starred - old.starred,
                     noted = noted - (old.note_count > 0);
    UPDATE source SET article_count = article_count - 1 WHERE id = old.source_id;
    UPDATE month SET article_count = article_count - 1 WHERE value = old.archive_month;
END;
CREATE TRIGGER article_flagged AFTER UPDATE OF unread, starred, note_count ON article BEGIN
    UPDATE tally SET unread = unread + new.unread - old.unread, starred = starred + new.starred - old.starred,
                     noted = noted + (new.note_count > 0) - (old.note_count > 0);
END;
CREATE TRIGGER article_moved AFTER UPDATE OF source_id, archive_month ON article
WHEN old.source_id IS NOT new.source_id OR old.archive_month <> new.archive_month BEGIN
    UPDATE source SET article_count = article_count - 1 WHERE id = old.source_id;
    UPDATE source SET article_count = article_count + 1 WHERE id = new.source_id;
    UPDATE month SET article_count = article_count - 1 WHERE value = old.archive_month;
    UPDATE month SET article_count = article_count + 1 WHERE value = new.archive_month;
END;
CREATE TRIGGER topic_added AFTER INSERT ON article_topic BEGIN
    UPDATE topic SET article_count = article_count + 1 WHERE id = new.topic_id;
END;
CREATE TRIGGER topic_removed AFTER DELETE ON article_topic BEGIN
    UPDATE topic SET article_count = article_count - 1 WHERE id = old.topic_id;
END;
CREATE TRIGGER tag_added AFTER INSERT ON article_tag BEGIN
    UPDATE tag SET article_count = article_count + 1 WHERE id = new.tag_id;
END;
CREATE TRIGGER tag_removed AFTER DELETE ON article_tag BEGIN
    UPDATE tag SET article_count = article_count - 1 WHERE id = old.tag_id;
END;
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    UPDATE article SET note_count = note_count + 1 WHERE id = new.article_id;
END;
CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
    UPDATE article SET note_count = note_count - 1 WHERE id = old.article_id;
END;
