-- An edition whose table was corrected, here or in a library that was merged, waits to be checked again.
CREATE TRIGGER table_corrected AFTER INSERT ON table_correction BEGIN
    UPDATE edition_check SET engine = 0, generation = generation + 1
    WHERE edition_id IN (SELECT id FROM edition WHERE article_id = new.article_id AND language = new.language);
END;
