-- A contradiction that another edition tells by now counts there, and no longer where it was told.
DROP TRIGGER check_changed;
CREATE TRIGGER check_changed AFTER UPDATE OF severity, mark, same_as, edition_id, other_edition
ON check_result
WHEN old.severity <> new.severity OR old.mark <> new.mark OR (old.same_as IS NULL) <> (new.same_as IS NULL) OR
     old.edition_id <> new.edition_id OR old.other_edition IS NOT new.other_edition BEGIN
    UPDATE edition_check SET
        settled = settled - (old.mark IN (1, 2)),
        green = green - (old.severity = 0 AND old.mark NOT IN (1, 2)),
        grey  = grey  - (old.severity = 1 AND old.mark NOT IN (1, 2)),
        amber = amber - (old.severity = 2 AND old.mark NOT IN (1, 2)),
        red   = red   - (old.severity = 3 AND old.mark NOT IN (1, 2))
    WHERE old.same_as IS NULL AND (edition_id = old.edition_id OR
                                   (edition_id = old.other_edition AND old.other_article <> old.article_id));
    UPDATE edition_check SET
        settled = settled + (new.mark IN (1, 2)),
        green = green + (new.severity = 0 AND new.mark NOT IN (1, 2)),
        grey  = grey  + (new.severity = 1 AND new.mark NOT IN (1, 2)),
        amber = amber + (new.severity = 2 AND new.mark NOT IN (1, 2)),
        red   = red   + (new.severity = 3 AND new.mark NOT IN (1, 2))
    WHERE new.same_as IS NULL AND (edition_id = new.edition_id OR
                                   (edition_id = new.other_edition AND new.other_article <> new.article_id));
END;

-- What was counted in the wrong place.
UPDATE edition_check SET green = 0, amber = 0, red = 0, grey = 0, settled = 0
WHERE green <> 0 OR amber <> 0 OR red <> 0 OR grey <> 0 OR settled <> 0;
UPDATE edition_check SET
    settled = own.settled, green = own.green, amber = own.amber, red = own.red, grey = own.grey
FROM (SELECT edition_id,
             sum(mark IN (1, 2)) AS settled,
             sum(severity = 0 AND mark NOT IN (1, 2)) AS green, sum(severity = 1 AND mark NOT IN (1, 2)) AS grey,
             sum(severity = 2 AND mark NOT IN (1, 2)) AS amber, sum(severity = 3 AND mark NOT IN (1, 2)) AS red
      FROM (SELECT edition_id, severity, mark FROM check_result WHERE same_as IS NULL UNION ALL
            SELECT other_edition, severity, mark FROM check_result
            WHERE same_as IS NULL AND other_edition IS NOT NULL AND other_article <> article_id)
      GROUP BY edition_id) AS own
WHERE own.edition_id = edition_check.edition_id;
