-- Endpoints, runs of latency plans, and every attempt of them. No key is ever here: an endpoint names the
-- environment variable that may hold one.
CREATE TABLE endpoint (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    uid          TEXT NOT NULL UNIQUE,      -- 128 random bits, the same in every copy of the library
    name         TEXT NOT NULL UNIQUE,
    provider     TEXT NOT NULL,             -- a row of latency::providers()
    base_url     TEXT NOT NULL,             -- empty: the provider's own
    model        TEXT NOT NULL,
    region       TEXT NOT NULL,
    key_variable TEXT NOT NULL,             -- a name, never a key; empty: the provider's usual one
    options      TEXT NOT NULL              -- JSON: texts by name
);
CREATE TABLE measure_run (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    uid          TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    plan         TEXT NOT NULL,             -- as it was given
    machine      TEXT NOT NULL,
    version      TEXT NOT NULL,             -- of the program
    begun_at     TEXT NOT NULL,
    ended_at     TEXT NOT NULL,             -- empty: under way, or it was killed
    state        INTEGER NOT NULL,          -- MeasureState
    window_begin INTEGER NOT NULL,          -- nanoseconds since the run's start, as all times of attempts
    window_end   INTEGER NOT NULL,
    worst_lag    INTEGER NOT NULL,
    spent        INTEGER NOT NULL           -- pico-dollars
);
-- What lists sort and filter by has a column; the whole attempt is JSON (attempt_json.h).
CREATE TABLE measure_attempt (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id    INTEGER NOT NULL REFERENCES measure_run (id) ON DELETE CASCADE,
    endpoint  TEXT NOT NULL,
    sequence  INTEGER NOT NULL,
    warmup    INTEGER NOT NULL,
    outcome   INTEGER NOT NULL,             -- Outcome
    fault     TEXT NOT NULL,
    content   TEXT NOT NULL
);
CREATE INDEX measure_attempt_by_run ON measure_attempt (run_id, id);
