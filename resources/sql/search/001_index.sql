-- The full-text index. A row is a block of an edition, a note, or what of an article's titles and summary no
-- block says; the rowid tells which (search_index.h), so that a hit needs no join to find its article and
-- the newest rows come last. The texts are in block, article_table and note, hence contentless: a row is
-- deleted by giving its old texts again. setting 'tokenizer' says which version of ours filled it; when the
-- program has another one, this file is run again and the index refilled.
DROP TABLE IF EXISTS block_index;
DELETE FROM setting WHERE name = 'tokenizer'; -- empty: to be filled
CREATE VIRTUAL TABLE block_index USING fts5 (
    title,   -- titles of the article
    summary, -- its summary
    body,    -- headings, paragraphs, lists, quotes, code, takeaways, questions and answers
    cells,   -- tables and their captions
    note,    -- the analyst's notes
    content = '', tokenize = 'parallax'
);
