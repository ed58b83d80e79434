-- Checks of what articles state, the facts that are compared across articles, and the analyst's marks.

-- What was checked: a row for each edition, made and reset by triggers, so that what waits is found by index.
CREATE TABLE edition_check (
    edition_id  INTEGER PRIMARY KEY NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    engine      INTEGER NOT NULL DEFAULT 0,  -- version of the rules that checked it, 0: it waits
    version     INTEGER NOT NULL DEFAULT 0,  -- of the edition that was checked
    generation  INTEGER NOT NULL DEFAULT 0,  -- raised whenever it must be checked again: a run that read the
                                             -- edition before that does not make it "checked"
    green       INTEGER NOT NULL DEFAULT 0,  -- counts of its checks, by triggers; settled: marked accepted
    amber       INTEGER NOT NULL DEFAULT 0,  -- or false alarm, and in no other count
    red         INTEGER NOT NULL DEFAULT 0,
    grey        INTEGER NOT NULL DEFAULT 0,
    settled     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX edition_check_by_engine ON edition_check (engine, edition_id);
CREATE INDEX edition_check_by_article ON edition_check (article_id, edition_id, green, amber, red, grey, settled);
INSERT INTO edition_check (edition_id, article_id) SELECT id, article_id FROM edition;

CREATE TRIGGER edition_waits AFTER INSERT ON edition BEGIN
    INSERT INTO edition_check (edition_id, article_id) VALUES (new.id, new.article_id);
END;
CREATE TRIGGER edition_waits_again AFTER UPDATE OF version ON edition BEGIN
    UPDATE edition_check SET engine = 0, generation = generation + 1 WHERE edition_id = new.id;
END;

-- The findings. What lists filter and sort by has a column; the rest is JSON (check_json.h). A check across
-- editions belongs to the one whose article is newer; the other edition is named beside it.
CREATE TABLE check_result (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    edition_id    INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    article_id    INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    other_edition INTEGER REFERENCES edition (id) ON DELETE CASCADE,
    other_article INTEGER REFERENCES article (id) ON DELETE CASCADE,
    fact_group    TEXT,                      -- of a check across editions: what both state (fact_rows.h)
    day           TEXT NOT NULL,             -- of the article, kept by a trigger: the list needs no sort
    ordinal       INTEGER NOT NULL,          -- reading order within the edition
    rule          TEXT NOT NULL,             -- ruleName
    verdict       INTEGER NOT NULL,          -- Verdict
    severity      INTEGER NOT NULL,          -- 0 green, 1 grey, 2 amber, 3 red
    mark          INTEGER NOT NULL DEFAULT 0,-- CheckMark, kept by triggers on check_mark
    fingerprint   TEXT NOT NULL,
    words         TEXT NOT NULL,             -- of its quotations, folded: what a text filter looks in
    content       TEXT NOT NULL
);
CREATE INDEX check_worst_first ON check_result (severity DESC, day DESC, article_id DESC, edition_id, ordinal, id);
CREATE INDEX check_by_rule ON check_result (rule, severity DESC, day DESC, article_id DESC, edition_id, ordinal, id);
CREATE INDEX check_by_kind ON check_result (severity, rule, mark, verdict);
CREATE INDEX check_by_edition ON check_result (edition_id, ordinal, id);
CREATE INDEX check_by_article ON check_result (article_id, fingerprint);
CREATE INDEX check_by_other_edition ON check_result (other_edition) WHERE other_edition IS NOT NULL;
CREATE INDEX check_by_other_article ON check_result (other_article, fingerprint) WHERE other_article IS NOT NULL;
CREATE INDEX check_by_group ON check_result (fact_group) WHERE fact_group IS NOT NULL;
CREATE INDEX check_marked ON check_result (mark, severity DESC, day DESC, article_id DESC, edition_id, ordinal, id)
    WHERE mark <> 0;

-- What the analyst said of a check. It hangs on the article and the statement, not on the finding, which every
-- run makes anew.
CREATE TABLE check_mark (
    article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    mark        INTEGER NOT NULL,            -- CheckMark
    note        TEXT NOT NULL,
    marked_by   TEXT NOT NULL,
    marked_at   TEXT NOT NULL,
    PRIMARY KEY (article_id, fingerprint)
) WITHOUT ROWID;

-- Figures that other articles may state too. value_key: two facts with the same one say the same.
CREATE TABLE fact (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    fact_group TEXT NOT NULL,                -- subject, measure, period (fact_rows.h)
    value_key  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    measure    TEXT NOT NULL,
    period     TEXT NOT NULL,
    content    TEXT NOT NULL,                -- JSON (fact_json.h)
    PRIMARY KEY (edition_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX fact_by_value ON fact (fact_group, value_key, edition_id);
CREATE INDEX fact_by_subject ON fact (subject, measure, period);

-- Groups of facts that changed since they were last compared: what a stopped run goes on with.
CREATE TABLE fact_waiting (
    fact_group TEXT PRIMARY KEY NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER fact_added AFTER INSERT ON fact BEGIN
    INSERT INTO fact_waiting (fact_group) VALUES (new.fact_group) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER fact_removed AFTER DELETE ON fact BEGIN
    INSERT INTO fact_waiting (fact_group) VALUES (old.fact_group) ON CONFLICT DO NOTHING;
END;

-- The counts. A check across editions counts for both.
CREATE TRIGGER check_added AFTER INSERT ON check_result BEGIN
    UPDATE edition_check SET
        settled = settled + (new.mark IN (1, 2)),
        green = green + (new.severity = 0 AND new.mark NOT IN (1, 2)),
        grey  = grey  + (new.severity = 1 AND new.mark NOT IN (1, 2)),
        amber = amber + (new.severity = 2 AND new.mark NOT IN (1, 2)),
        red   = red   + (new.severity = 3 AND new.mark NOT IN (1, 2))
    WHERE edition_id IN (new.edition_id, new.other_edition);
END;
CREATE TRIGGER check_removed AFTER DELETE ON check_result BEGIN
    UPDATE edition_check SET
        settled = settled - (old.mark IN (1, 2)),
        green = green - (old.severity = 0 AND old.mark NOT IN (1, 2)),
        grey  = grey  - (old.severity = 1 AND old.mark NOT IN (1, 2)),
        amber = amber - (old.severity = 2 AND old.mark NOT IN (1, 2)),
        red   = red   - (old.severity = 3 AND old.mark NOT IN (1, 2))
    WHERE edition_id IN (old.edition_id, old.other_edition);
END;
CREATE TRIGGER check_changed AFTER UPDATE OF severity, mark ON check_result
WHEN old.severity <> new.severity OR old.mark <> new.mark BEGIN
    UPDATE edition_check SET
        settled = settled + (new.mark IN (1, 2)) - (old.mark IN (1, 2)),
        green = green + (new.severity = 0 AND new.mark NOT IN (1, 2)) - (old.severity = 0 AND old.mark NOT IN (1, 2)),
        grey  = grey  + (new.severity = 1 AND new.mark NOT IN (1, 2)) - (old.severity = 1 AND old.mark NOT IN (1, 2)),
        amber = amber + (new.severity = 2 AND new.mark NOT IN (1, 2)) - (old.severity = 2 AND old.mark NOT IN (1, 2)),
        red   = red   + (new.severity = 3 AND new.mark NOT IN (1, 2)) - (old.severity = 3 AND old.mark NOT IN (1, 2))
    WHERE edition_id IN (new.edition_id, new.other_edition);
END;
CREATE TRIGGER check_article_dated AFTER UPDATE OF day ON article WHEN old.day <> new.day BEGIN
    UPDATE check_result SET day = new.day WHERE article_id = new.id;
END;

-- The mark stands beside each finding of the statement: whichever of two articles it was given on.
CREATE TRIGGER mark_added AFTER INSERT ON check_mark BEGIN
    UPDATE check_result SET mark = new.mark WHERE article_id = new.article_id AND fingerprint = new.fingerprint;
    UPDATE check_result SET mark = new.mark
    WHERE other_article IS NOT NULL AND other_article = new.article_id AND fingerprint = new.fingerprint;
END;
CREATE TRIGGER mark_changed AFTER UPDATE OF mark ON check_mark WHEN old.mark <> new.mark BEGIN
    UPDATE check_result SET mark = new.mark WHERE article_id = new.article_id AND fingerprint = new.fingerprint;
    UPDATE check_result SET mark = new.mark
    WHERE other_article IS NOT NULL AND other_article = new.article_id AND fingerprint = new.fingerprint;
END;
CREATE TRIGGER mark_removed AFTER DELETE ON check_mark BEGIN
    UPDATE check_result SET mark = 0 WHERE article_id = old.article_id AND fingerprint = old.fingerprint;
    UPDATE check_result SET mark = 0
    WHERE other_article IS NOT NULL AND other_article = old.article_id AND fingerprint = old.fingerprint;
END;
