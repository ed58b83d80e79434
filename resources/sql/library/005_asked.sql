-- What a reading was asked with (asked_reading.h): kept bytes are read again as they were read before. Of an older
-- library it is not known.
ALTER TABLE edition ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE edition_version ADD COLUMN asked TEXT NOT NULL DEFAULT '';
