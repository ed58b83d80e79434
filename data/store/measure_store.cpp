// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/measure_store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

#include "data/article/identity.h"
#include "data/store/attempt_json.h"
#include "data/store/forgiving_json.h"
#include "data/store/statement.h"
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
    Transaction transaction(m_library);
    Statement insert(
        m_library,
        "INSERT INTO measure_attempt (run_id, endpoint, sequence, warmup, outcome, fault, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const Attempt& attempt : attempts) {
        const std::string content = attemptToJson(attempt);
        insert.bind(run)
            .bind(std::string_view(attempt.endpoint))
            .bind(attempt.sequence)
            .bind(attempt.warmup ? 1 : 0)
            .bind(static_cast<int>(attempt.outcome))
            .bind(std::string_view(attempt.fault))
            .bind(std::string_view(content))
            .run();
    }
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
    Statement rows(m_library, "SELECT content FROM measure_attempt WHERE run_id = ? AND endpoint = ? AND "
                              "sequence = ? ORDER BY id");
    rows.bind(run).bind(std::string_view(endpoint)).bind(sequence);
    while (rows.step())
        if (Attempt found = attemptFromJson(rows.text(0)); found.step == step)
            return found;
    return std::nullopt;
}

std::vector<Attempt> MeasureStore::latestAttempts() {
    std::vector<Attempt> found;
    Statement rows(m_library, "SELECT content FROM measure_attempt WHERE id IN (SELECT MAX(id) FROM "
                              "measure_attempt WHERE outcome <> ? GROUP BY endpoint) ORDER BY endpoint");
    rows.bind(static_cast<int>(Outcome::Cancelled));
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
