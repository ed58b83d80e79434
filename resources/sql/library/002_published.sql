-- Only a known day is a date of publication: of a month ("April 2026") its first day was kept, which nobody had stated.
UPDATE article SET published = '' WHERE published <> '' AND EXISTS (
    SELECT 1 FROM edition WHERE article_id = article.id AND json_extract(metadata, '$.earliest') = article.published
        AND json_extract(metadata, '$.latest') <> article.published);
