-- Further articles that state one of the two figures of a contradiction: it shows and counts there too. What counts
-- of the check is kept beside them, so that what goes along with it is counted off.
CREATE TABLE check_witness (
    check_id   INTEGER NOT NULL REFERENCES check_result (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE, -- where it counts
    severity   INTEGER NOT NULL,
    mark       INTEGER NOT NULL,
    told       INTEGER NOT NULL,             -- 0: by another check, same_as
    PRIMARY KEY (check_id, article_id)
) WITHOUT ROWID;
CREATE INDEX check_witness_by_article ON check_witness (article_id, check_id);
CREATE INDEX check_witness_by_edition ON check_witness (edition_id);

CREATE TRIGGER witness_added AFTER INSERT ON check_witness WHEN new.told BEGIN
    UPDATE edition_check SET
        settled = settled + (new.mark IN (1, 2)),
        green = green + (new.severity = 0 AND new.mark NOT IN (1, 2)),
        grey  = grey  + (new.severity = 1 AND new.mark NOT IN (1, 2)),
        amber = amber + (new.severity = 2 AND new.mark NOT IN (1, 2)),
        red   = red   + (new.severity = 3 AND new.mark NOT IN (1, 2))
    WHERE edition_id = new.edition_id;
END;
CREATE TRIGGER witness_removed AFTER DELETE ON check_witness WHEN old.told BEGIN
    UPDATE edition_check SET
        settled = settled - (old.mark IN (1, 2)),
        green = green - (old.severity = 0 AND old.mark NOT IN (1, 2)),
        grey  = grey  - (old.severity = 1 AND old.mark NOT IN (1, 2)),
        amber = amber - (old.severity = 2 AND old.mark NOT IN (1, 2)),
        red   = red   - (old.severity = 3 AND old.mark NOT IN (1, 2))
    WHERE edition_id = old.edition_id;
END;
CREATE TRIGGER witness_changed AFTER UPDATE OF severity, mark, told ON check_witness BEGIN
    UPDATE edition_check SET
        settled = settled + (new.told AND new.mark IN (1, 2)) - (old.told AND old.mark IN (1, 2)),
        green = green + (new.told AND new.severity = 0 AND new.mark NOT IN (1, 2))
                      - (old.told AND old.severity = 0 AND old.mark NOT IN (1, 2)),
        grey  = grey  + (new.told AND new.severity = 1 AND new.mark NOT IN (1, 2))
                      - (old.told AND old.severity = 1 AND old.mark NOT IN (1, 2)),
        amber = amber + (new.told AND new.severity = 2 AND new.mark NOT IN (1, 2))
                      - (old.told AND old.severity = 2 AND old.mark NOT IN (1, 2)),
        red   = red   + (new.told AND new.severity = 3 AND new.mark NOT IN (1, 2))
                      - (old.told AND old.severity = 3 AND old.mark NOT IN (1, 2))
    WHERE edition_id = new.edition_id;
END;
CREATE TRIGGER check_witnessed AFTER UPDATE OF severity, mark, same_as ON check_result
WHEN new.fact_group IS NOT NULL AND
     (old.severity <> new.severity OR old.mark <> new.mark OR (old.same_as IS NULL) <> (new.same_as IS NULL)) BEGIN
    UPDATE check_witness SET severity = new.severity, mark = new.mark, told = new.same_as IS NULL
    WHERE check_id = new.id;
END;
-- A mark that comes with one of them, out of another library.
CREATE TRIGGER witness_marked AFTER INSERT ON check_mark BEGIN
    UPDATE check_result SET mark = new.mark WHERE fingerprint = new.fingerprint AND
        id IN (SELECT check_id FROM check_witness WHERE article_id = new.article_id);
END;

-- Contradictions that were told before have none yet.
INSERT INTO fact_waiting (fact_group) SELECT DISTINCT fact_group FROM check_result WHERE fact_group IS NOT NULL
ON CONFLICT DO NOTHING;
