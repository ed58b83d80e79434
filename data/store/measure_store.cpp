// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/measure_store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

#include "data/article/identity.h"
#include "data/store/attempt_json.h"
#include "data/store/forgiving_json.h"
#include "data/store/packed.h"
#include "data/store/statement.h"
#include "data/store/stored_stream.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

// Literals, since a Statement does not copy its text.
#define ENDPOINT_COLUMNS                                                                                     \
    "SELECT name, provider, base_url, model, region, key_variable, options FROM endpoint "
#define RUN_COLUMNS                                                                                          \
    "SELECT id, uid, name, plan, machine, version, begun_at, ended_at, state, window_begin, window_end, "    \
    "worst_lag, spent FROM measure_run "

Endpoint endpointOf(const Statement& row) {
    Endpoint endpoint;
    endpoint.name = row.text(0);
    endpoint.provider = row.text(1);
    endpoint.baseUrl = row.text(2);
    endpoint.model = row.text(3);
    endpoint.region = row.text(4);
    endpoint.keyVariable = row.text(5);
    const auto options = nlohmann::json::parse(row.text(6), nullptr, false);
    if (options.is_object())
        for (const auto& [name, value] : options.items())
            endpoint.options[name] = forgiving::stringOf(value);
    return endpoint;
}

std::int64_t keptStreamBytes(Library& library, RunId run) {
    Statement row(library, "SELECT stream_bytes FROM measure_run WHERE id = ?");
    row.bind(run);
    return row.step() ? std::clamp<std::int64_t>(row.integer(0), 0, mostStreamsKept) : 0;
}

MeasureRun runOf(const Statement& row) {
    MeasureRun run;
    run.id = row.integer(0);
    run.uid = row.text(1);
    run.name = row.text(2);
    run.plan = row.text(3);
    run.machine = row.text(4);
    run.version = row.text(5);
    run.begunAt = row.text(6);
    run.endedAt = row.text(7);
    run.state = static_cast<MeasureState>(
        std::clamp(row.number(8), 0, static_cast<int>(MeasureState::BudgetReached)));
    run.windowBegin = row.integer(9);
    run.windowEnd = row.integer(10);
    run.worstLag = row.integer(11);
    run.spent = row.integer(12);
    return run;
}

} // namespace

void MeasureStore::saveEndpoint(const Endpoint& endpoint) {
    const std::string options = forgiving::dumped(nlohmann::json(endpoint.options));
    const std::string uid = newUid();
    Transaction transaction(m_library);
    Statement(
        m_library,
        "INSERT INTO endpoint (uid, name, provider, base_url, model, region, key_variable, options) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET provider = excluded.provider, "
        "base_url = excluded.base_url, model = excluded.model, region = excluded.region, "
        "key_variable = excluded.key_variable, options = excluded.options")
        .bind(std::string_view(uid))
        .bind(std::string_view(endpoint.name))
        .bind(std::string_view(endpoint.provider))
        .bind(std::string_view(endpoint.baseUrl))
        .bind(std::string_view(endpoint.model))
        .bind(std::string_view(endpoint.region))
        .bind(std::string_view(endpoint.keyVariable))
        .bind(std::string_view(options))
        .run();
    transaction.commit();
}

bool MeasureStore::removeEndpoint(const std::string& name) {
    Transaction transaction(m_library);
    Statement(m_library, "DELETE FROM endpoint WHERE name = ?").bind(std::string_view(name)).run();
    const bool removed = queryInteger(m_library, "SELECT changes()") > 0;
    transaction.commit();
    return removed;
}

std::vector<Endpoint> MeasureStore::endpoints() {
    std::vector<Endpoint> found;
    Statement rows(m_library, ENDPOINT_COLUMNS "ORDER BY name");
    while (rows.step())
        found.push_back(endpointOf(rows));
    return found;
}

std::optional<Endpoint> MeasureStore::endpoint(const std::string& name) {
    Statement row(m_library, ENDPOINT_COLUMNS "WHERE name = ?");
    row.bind(std::string_view(name));
    if (!row.step())
        return std::nullopt;
    return endpointOf(row);
}

RunId MeasureStore::beginRun(const MeasureRun& run) {
    const std::string uid = newUid();
    Transaction transaction(m_library);
    const RunId id =
        Statement(m_library,
                  "INSERT INTO measure_run (uid, name, plan, machine, version, begun_at, ended_at, state, "
                  "window_begin, window_end, worst_lag, spent) VALUES (?, ?, ?, ?, ?, ?, '', 0, 0, 0, 0, 0) "
                  "RETURNING id")
            .bind(std::string_view(uid))
            .bind(std::string_view(run.name))
            .bind(std::string_view(run.plan))
            .bind(std::string_view(run.machine))
            .bind(std::string_view(run.version))
            .bind(std::string_view(run.begunAt))
            .insert();
    transaction.commit();
    return id;
}

void MeasureStore::addAttempts(RunId run, std::span<const Attempt> attempts) {
    std::vector<std::string> streams; // packed while nobody waits for the library
    streams.reserve(attempts.size());
    for (const Attempt& attempt : attempts)
        streams.push_back(attempt.stream ? packed(attempt.stream->bytes) : std::string());
    Transaction transaction(m_library);
    std::int64_t kept = keptStreamBytes(m_library, run);
    const std::int64_t keptBefore = kept;
    Statement insert(
        m_library,
        "INSERT INTO measure_attempt (run_id, endpoint, sequence, warmup, outcome, fault, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id");
    Statement insertStream(
        m_library, "INSERT INTO measure_stream (attempt_id, size, left_out, content) VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        const Attempt& attempt = attempts[i];
        const std::string content = attemptToJson(attempt);
        const std::int64_t id = insert.bind(run)
                                    .bind(std::string_view(attempt.endpoint))
                                    .bind(attempt.sequence)
                                    .bind(attempt.warmup ? 1 : 0)
                                    .bind(static_cast<int>(attempt.outcome))
                                    .bind(std::string_view(attempt.fault))
                                    .bind(std::string_view(content))
                                    .insert();
        const std::size_t size = attempt.stream ? attempt.stream->bytes.size() : 0;
        if (size == 0 || size > mostStreamKept || static_cast<std::size_t>(kept) + size > mostStreamsKept)
            continue;
        insertStream.bind(id).bind(size).bind(attempt.stream->leftOut).bindBlob(streams[i]).run();
        kept += static_cast<std::int64_t>(size);
    }
    if (kept != keptBefore)
        Statement(m_library, "UPDATE measure_run SET stream_bytes = ? WHERE id = ?")
            .bind(kept)
            .bind(run)
            .run();
    transaction.commit();
}

void MeasureStore::endRun(const MeasureRun& run) {
    Transaction transaction(m_library);
    Statement(m_library, "UPDATE measure_run SET ended_at = ?, state = ?, window_begin = ?, window_end = ?, "
                         "worst_lag = ?, spent = ? WHERE id = ?")
        .bind(std::string_view(run.endedAt))
        .bind(static_cast<int>(run.state))
        .bind(run.windowBegin)
        .bind(run.windowEnd)
        .bind(run.worstLag)
        .bind(run.spent)
        .bind(run.id)
        .run();
    transaction.commit();
}

std::vector<MeasureRun> MeasureStore::runs() {
    std::vector<MeasureRun> found;
    Statement rows(m_library, RUN_COLUMNS "ORDER BY id DESC");
    while (rows.step())
        found.push_back(runOf(rows));
    return found;
}

std::optional<MeasureRun> MeasureStore::run(RunId id) {
    Statement row(m_library, RUN_COLUMNS "WHERE id = ?");
    row.bind(id);
    if (!row.step())
        return std::nullopt;
    return runOf(row);
}

std::vector<Attempt> MeasureStore::attempts(RunId run) {
    std::vector<Attempt> found;
    eachAttempt(run, [&found](Attempt&& attempt) { found.push_back(std::move(attempt)); });
    return found;
}

void MeasureStore::eachAttempt(RunId run, const std::function<void(Attempt&&)>& take) {
    Statement rows(m_library, "SELECT content FROM measure_attempt WHERE run_id = ? ORDER BY id");
    rows.bind(run);
    while (rows.step())
        take(attemptFromJson(rows.text(0)));
}

std::optional<Attempt> MeasureStore::attempt(RunId run, const std::string& endpoint, std::int64_t sequence,
                                             std::int64_t step) {
    Statement rows(m_library, "SELECT content, id FROM measure_attempt WHERE run_id = ? AND endpoint = ? AND "
                              "sequence = ? ORDER BY id");
    rows.bind(run).bind(std::string_view(endpoint)).bind(sequence);
    while (rows.step())
        if (Attempt found = attemptFromJson(rows.text(0)); found.step == step) {
            Statement stream(m_library,
                             "SELECT size, left_out, content FROM measure_stream WHERE attempt_id = ?");
            stream.bind(rows.integer(1));
            if (stream.step())
                found.stream = storedStream(stream.integer(0), stream.integer(1), stream.view(2));
            return found;
        }
    return std::nullopt;
}

std::vector<Attempt> MeasureStore::latestAttempts() {
    std::vector<Attempt> found;
    static_assert(static_cast<int>(Outcome::Cancelled) == 6); // the index is of the others alone
    // From one endpoint to the next in the index: a step for each of them, however many rows it has.
    Statement rows(
        m_library,
        "WITH RECURSIVE own (endpoint) AS (SELECT min(endpoint) FROM measure_attempt WHERE outcome "
        "<> 6 UNION ALL SELECT (SELECT min(endpoint) FROM measure_attempt WHERE outcome <> 6 AND "
        "endpoint > own.endpoint) FROM own WHERE own.endpoint IS NOT NULL) SELECT content FROM own "
        "JOIN measure_attempt ON id = (SELECT max(id) FROM measure_attempt WHERE outcome <> 6 AND "
        "endpoint = own.endpoint) ORDER BY own.endpoint");
    while (rows.step())
        found.push_back(attemptFromJson(rows.text(0)));
    return found;
}

bool MeasureStore::removeRun(RunId run) {
    Transaction transaction(m_library);
    Statement(m_library, "DELETE FROM measure_run WHERE id = ?").bind(run).run();
    const bool removed = queryInteger(m_library, "SELECT changes()") > 0;
    transaction.commit();
    return removed;
}

} // namespace parallax::data
