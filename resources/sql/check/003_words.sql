-- What a text filter looks in, together for each edition and each group of facts: all of it is read in the time that
-- a hundredth of the findings would take one by one.
CREATE TABLE check_words (
    edition_id INTEGER UNIQUE REFERENCES edition (id) ON DELETE CASCADE, -- of findings within it, or null
    fact_group TEXT UNIQUE,                  -- of findings across editions, or null
    ids        TEXT NOT NULL,                -- of check_result, decimal, a blank between two
    words      TEXT NOT NULL                 -- of each its quotations, folded, a record separator (U+001E) between two
);
INSERT INTO check_words (edition_id, ids, words)
SELECT edition_id, group_concat(id, ' '), group_concat(replace(words, char(30), ' '), char(30)) FROM check_result
WHERE fact_group IS NULL GROUP BY edition_id;
INSERT INTO check_words (fact_group, ids, words)
SELECT fact_group, group_concat(id, ' '), group_concat(replace(words, char(30), ' '), char(30)) FROM check_result
WHERE fact_group IS NOT NULL GROUP BY fact_group;
ALTER TABLE check_result DROP COLUMN words;
