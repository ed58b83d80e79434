-- What several language editions of an article say alike is told once: by the first of them (same_finding.h).
ALTER TABLE check_result ADD COLUMN finding TEXT NOT NULL DEFAULT '';     -- findingOf
ALTER TABLE check_result ADD COLUMN block   INTEGER NOT NULL DEFAULT -1;  -- of the claim
ALTER TABLE check_result ADD COLUMN same_as INTEGER REFERENCES check_result (id) ON DELETE SET NULL;

-- Lists show what tells, and nothing else.
DROP INDEX check_worst_first;
DROP INDEX check_by_rule;
DROP INDEX check_by_kind;
DROP INDEX check_marked;
CREATE INDEX check_worst_first ON check_result (severity DESC, day DESC, article_id DESC, edition_id, ordinal, id)
    WHERE same_as IS NULL;
CREATE INDEX check_by_rule ON check_result (rule, severity DESC, day DESC, article_id DESC, edition_id, ordinal, id)
    WHERE same_as IS NULL;
CREATE INDEX check_by_kind ON check_result (severity, rule, mark, verdict) WHERE same_as IS NULL;
CREATE INDEX check_marked ON check_result (mark, severity DESC, day DESC, article_id DESC, edition_id, ordinal, id)
    WHERE mark <> 0 AND same_as IS NULL;
CREATE INDEX check_same_as ON check_result (same_as) WHERE same_as IS NOT NULL;

-- Two editions of one article that contradict one another are one check of it.
UPDATE edition_check SET green = 0, amber = 0, red = 0, grey = 0, settled = 0, engine = 0, generation = generation + 1;
UPDATE edition_check SET
    settled = own.settled, green = own.green, amber = own.amber, red = own.red, grey = own.grey
FROM (SELECT edition_id,
             sum(mark IN (1, 2)) AS settled,
             sum(severity = 0 AND mark NOT IN (1, 2)) AS green, sum(severity = 1 AND mark NOT IN (1, 2)) AS grey,
             sum(severity = 2 AND mark NOT IN (1, 2)) AS amber, sum(severity = 3 AND mark NOT IN (1, 2)) AS red
      FROM (SELECT edition_id, severity, mark FROM check_result UNION ALL
            SELECT other_edition, severity, mark FROM check_result
            WHERE other_edition IS NOT NULL AND other_article <> article_id)
      GROUP BY edition_id) AS own
WHERE own.edition_id = edition_check.edition_id;

DROP TRIGGER check_added;
DROP TRIGGER check_removed;
DROP TRIGGER check_changed;
CREATE TRIGGER check_added AFTER INSERT ON check_result WHEN new.same_as IS NULL BEGIN
    UPDATE edition_check SET
        settled = settled + (new.mark IN (1, 2)),
        green = green + (new.severity = 0 AND new.mark NOT IN (1, 2)),
        grey  = grey  + (new.severity = 1 AND new.mark NOT IN (1, 2)),
        amber = amber + (new.severity = 2 AND new.mark NOT IN (1, 2)),
        red   = red   + (new.severity = 3 AND new.mark NOT IN (1, 2))
    WHERE edition_id = new.edition_id OR (edition_id = new.other_edition AND new.other_article <> new.article_id);
END;
CREATE TRIGGER check_removed AFTER DELETE ON check_result WHEN old.same_as IS NULL BEGIN
    UPDATE edition_check SET
        settled = settled - (old.mark IN (1, 2)),
        green = green - (old.severity = 0 AND old.mark NOT IN (1, 2)),
        grey  = grey  - (old.severity = 1 AND old.mark NOT IN (1, 2)),
        amber = amber - (old.severity = 2 AND old.mark NOT IN (1, 2)),
        red   = red   - (old.severity = 3 AND old.mark NOT IN (1, 2))
    WHERE edition_id = old.edition_id OR (edition_id = old.other_edition AND old.other_article <> old.article_id);
END;
CREATE TRIGGER check_changed AFTER UPDATE OF severity, mark, same_as ON check_result
WHEN old.severity <> new.severity OR old.mark <> new.mark OR (old.same_as IS NULL) <> (new.same_as IS NULL) BEGIN
    UPDATE edition_check SET
        settled = settled + (new.same_as IS NULL AND new.mark IN (1, 2))
                          - (old.same_as IS NULL AND old.mark IN (1, 2)),
        green = green + (new.same_as IS NULL AND new.severity = 0 AND new.mark NOT IN (1, 2))
                      - (old.same_as IS NULL AND old.severity = 0 AND old.mark NOT IN (1, 2)),
        grey  = grey  + (new.same_as IS NULL AND new.severity = 1 AND new.mark NOT IN (1, 2))
                      - (old.same_as IS NULL AND old.severity = 1 AND old.mark NOT IN (1, 2)),
        amber = amber + (new.same_as IS NULL AND new.severity = 2 AND new.mark NOT IN (1, 2))
                      - (old.same_as IS NULL AND old.severity = 2 AND old.mark NOT IN (1, 2)),
        red   = red   + (new.same_as IS NULL AND new.severity = 3 AND new.mark NOT IN (1, 2))
                      - (old.same_as IS NULL AND old.severity = 3 AND old.mark NOT IN (1, 2))
    WHERE edition_id = new.edition_id OR (edition_id = new.other_edition AND new.other_article <> new.article_id);
END;
