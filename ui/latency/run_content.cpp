// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/run_content.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "data/store/measure_store.h"
#include "engine/latency/report_options.h"

namespace parallax::ui {
namespace {

constexpr std::size_t mostChunks = 4000; // of an answer that is drawn
constexpr int mostSessions = 20;

void keepLatest(std::vector<double>& values, double value) {
    if (values.size() >= 2 * EndpointSeries::mostPoints)
        values.erase(values.begin(),
                     values.end() - static_cast<std::ptrdiff_t>(EndpointSeries::mostPoints - 1));
    values.push_back(value);
}

} // namespace

void EndpointSeries::add(const data::Attempt& attempt, latency::Since since) {
    if (!attempt.simulation.empty())
        simulation = attempt.simulation;
    const bool success = attempt.outcome == data::Outcome::Success;
    if (success) {
        chunks.clear();
        for (const data::Chunk& chunk : attempt.time.chunks)
            if (chunks.size() < mostChunks)
                chunks.push_back(static_cast<double>(chunk.at - attempt.time.submitted) / 1e6);
        phases = latency::waterfall(attempt.time);
    }
    if (attempt.warmup)
        return;
    ++outcomes[static_cast<std::size_t>(attempt.outcome)];
    if (!attempt.fault.empty() && attempt.outcome != data::Outcome::Cancelled)
        ++faults[attempt.fault];
    if (attempt.outcome == data::Outcome::Cancelled)
        return;
    const auto first =
        success && !attempt.buffered ? latency::timeToFirstToken(attempt.time, since) : std::nullopt;
    keepLatest(firstToken, first.value_or(std::numeric_limits<double>::quiet_NaN()));
}

RunContent RunContent::of(std::shared_ptr<const latency::RunPlan> plan, data::MeasureRun run) {
    RunContent content;
    content.run = std::move(run);
    content.plan = std::move(plan);
    for (const data::Endpoint& endpoint : content.plan->endpoints) {
        EndpointSeries one;
        one.endpoint = endpoint.name;
        if (endpoint.provider == "simulation")
            one.simulation = endpoint.model;
        content.series.push_back(std::move(one));
    }
    return content;
}

void RunContent::add(data::Attempt attempt) {
    auto own = std::find_if(series.begin(), series.end(),
                            [&](const EndpointSeries& one) { return one.endpoint == attempt.endpoint; });
    if (own == series.end()) { // a run of a plan that names an endpoint otherwise
        EndpointSeries one;
        one.endpoint = attempt.endpoint;
        own = series.insert(series.end(), std::move(one));
    }
    own->add(attempt, plan ? plan->level.since : latency::Since::Submitted);
    if (plan) {
        const bool gaps = !attempt.warmup && attempt.outcome == data::Outcome::Success &&
                          gapsKept + attempt.time.chunks.size() <= mostGaps;
        latency::letChunksGo(attempt.time, plan->level.timeToFirstToken, plan->level.timePerOutputToken,
                             gaps ? latency::ChunkGapsKept::Yes : latency::ChunkGapsKept::No);
        gapsKept += attempt.time.gaps ? attempt.time.gaps->size() : 0;
    }
    attempt.time.chunks = {};
    attempt.text = {};
    attempt.headers = {};
    attempt.opening = {};
    attempt.closing = {};
    attempt.stream = {};
    attempts.push_back(std::move(attempt));
}

const EndpointSeries* RunContent::find(const std::string& endpoint) const {
    const auto found = std::find_if(series.begin(), series.end(),
                                    [&](const EndpointSeries& one) { return one.endpoint == endpoint; });
    return found == series.end() ? nullptr : &*found;
}

bool RunContent::simulated() const {
    return !series.empty() &&
           std::all_of(series.begin(), series.end(), [](const auto& one) { return !one.simulation.empty(); });
}

latency::RunPlan planOf(data::Library& library, const data::MeasureRun& run) {
    return latency::readPlan(run.plan, run.name,
                             [&library](const std::string& name) -> std::optional<data::Endpoint> {
                                 if (auto endpoint = data::MeasureStore(library).endpoint(name))
                                     return endpoint;
                                 data::Endpoint gone;
                                 gone.name = name;
                                 return gone;
                             });
}

namespace {

RunContent contentOf(data::MeasureStore& store, const data::MeasureRun& run,
                     std::shared_ptr<const latency::RunPlan> plan) {
    RunContent content = RunContent::of(std::move(plan), run);
    store.eachAttempt(run.id, [&content](data::Attempt&& attempt) { content.add(std::move(attempt)); });
    content.report = latency::reportOf(content.attempts, latency::reportOptions(*content.plan, run.begunAt));
    return content;
}

} // namespace

RunContent loadRunAlone(data::Library& library, data::RunId id) {
    RunContent content;
    content.run.id = id;
    try {
        data::MeasureStore store(library);
        const auto found = store.run(id);
        if (!found)
            throw Error(ErrorCode::Usage, {"there is no run " + std::to_string(id)});
        content = contentOf(store, *found, std::make_shared<const latency::RunPlan>(planOf(library, *found)));
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        content.problem = error;
    }
    return content;
}

RunContent loadRun(data::Library& library, data::RunId id) {
    RunContent content = loadRunAlone(library, id);
    if (content.problem)
        return content;
    const std::string key = latency::comparisonKey(*content.plan);
    if (key.empty())
        return content;
    std::deque<latency::Report> reports{content.report}; // stay where they are
    const std::string place = latency::placeOf(*content.plan, content.run);
    std::vector<latency::SessionRun> sessions{{id, key, place, content.run.begunAt, &reports.back()}};
    content.sessionCount = 1;
    try {
        data::MeasureStore store(library);
        for (const data::MeasureRun& other : store.runs()) {
            if (content.sessionCount >= mostSessions)
                break;
            if (other.id == id || other.state == data::MeasureState::UnderWay)
                continue;
            try {
                auto plan = std::make_shared<const latency::RunPlan>(planOf(library, other));
                if (latency::comparisonKey(*plan) != key)
                    continue;
                if (latency::placeOf(*plan, other) != place) {
                    ++content.runsElsewhere;
                    continue;
                }
                reports.push_back(contentOf(store, other, std::move(plan)).report);
                sessions.push_back({other.id, key, place, other.begunAt, &reports.back()});
                ++content.sessionCount;
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw; // another run's plan that cannot be read is no session of this one
            }
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        content.problem = error;
    }
    content.sessions = latency::acrossSessions(sessions).comparisons;
    return content;
}

const data::Attempt* nearestAttempt(const RunContent& content, const std::string& endpoint,
                                    latency::ReportMetric metric, double value,
                                    std::optional<data::ConnectionKind> connection) {
    const latency::Since since = content.plan ? content.plan->level.since : latency::Since::Submitted;
    return latency::nearestTo(value, metric, since, endpoint, content.attempts, connection);
}

} // namespace parallax::ui
