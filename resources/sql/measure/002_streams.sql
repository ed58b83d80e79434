-- The raw stream of an attempt. Apart from it, since reports read every attempt and no stream.
CREATE TABLE measure_stream (
    attempt_id INTEGER PRIMARY KEY REFERENCES measure_attempt (id) ON DELETE CASCADE,
    size       INTEGER NOT NULL,            -- bytes that content unpacks to
    left_out   INTEGER NOT NULL,            -- bytes that came after those and were not kept
    content    BLOB NOT NULL                -- zlib's format
);
ALTER TABLE measure_run ADD COLUMN stream_bytes INTEGER NOT NULL DEFAULT 0; -- of all its streams, unpacked

-- The newest of each endpoint is asked for whenever the Latency page opens: without this every row was read.
-- 6 is Outcome::Cancelled.
CREATE INDEX measure_attempt_latest ON measure_attempt (endpoint) WHERE outcome <> 6;
