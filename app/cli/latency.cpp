// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <iostream>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/kept_run.h"
#include "app/cli/latency_commands.h"
#include "app/cli/latency_report.h"
#include "app/cli/text_table.h"
#include "app/keys.h"
#include "app/local_engines.h"
#include "app/version.h"
#include "data/ingest/file.h"
#include "data/store/clock.h"
#include "data/store/measure_store.h"
#include "data/store/measure_writer.h"
#include "data/store/run_plan.h"
#include "engine/latency/machine_name.h"
#include "engine/latency/own_count.h"
#include "engine/latency/report.h"
#include "engine/latency/report_options.h"
#include "engine/latency/run.h"
#include "engine/latency/sessions.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;

std::function<std::optional<data::Endpoint>(const std::string&)> namedIn(data::Library& library) {
    return [&library](const std::string& name) { return data::MeasureStore(library).endpoint(name); };
}

constexpr std::size_t largestPlan = std::size_t{4} << 20;

// A line at least every few seconds, however slow an answer is.
class Ticker {
  public:
    explicit Ticker(const Session& session)
        : m_session(session)
        , m_thread([this](const std::stop_token& stop) { tick(stop); }) {}

    void ended(const Progress& at) {
        const std::lock_guard lock(m_mutex);
        m_at = at;
        if (at.done % 10 == 0 || at.done == at.total)
            say({});
    }

  private:
    static constexpr std::chrono::seconds every{3};

    void tick(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            m_wake.wait_until(lock, stop, m_said + every, [] { return false; });
            if (!stop.stop_requested() && std::chrono::steady_clock::now() >= m_said + every)
                say(", going on");
        }
    }
    void say(const std::string& more) { // under the mutex
        m_said = std::chrono::steady_clock::now();
        note(m_session, std::to_string(m_at.done) +
                            (m_at.total > 0 ? " of " + std::to_string(m_at.total) : "") +
                            (m_at.item.empty() ? "" : ": " + m_at.item) + more);
    }

    const Session& m_session;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::chrono::steady_clock::time_point m_said = std::chrono::steady_clock::now();
    Progress m_at;
    std::jthread m_thread; // last: it uses the others
};

bool anythingAnswered(const latency::Report& report) {
    return std::any_of(report.endpoints.begin(), report.endpoints.end(), [](const auto& endpoint) {
        return endpoint.outcomes[static_cast<std::size_t>(data::Outcome::Success)] +
                   endpoint.outcomes[static_cast<std::size_t>(data::Outcome::Filtered)] >
               0;
    });
}

// A plan that was read already, to be made from that place.
std::string planFrom(const std::string& place, const std::string& plan) {
    ordered_json json = ordered_json::parse(plan);
    json["place"] = place;
    return dumped(json);
}

int run(const Session& session, const std::string& path, const std::string& place) {
    std::string bytes = data::readFile(path, largestPlan);
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    latency::RunPlan plan = latency::readPlan(bytes, path, namedIn(*library));
    if (!place.empty()) {
        bytes = planFrom(place, bytes);
        plan.place = place;
    }
    data::MeasureRun row;
    row.name = plan.name;
    row.plan = data::resolvedPlan(store, bytes);
    row.machine = latency::machineName();
    row.version = version();
    row.begunAt = data::toIso(data::now());
    latency::checkPlan(plan, row.begunAt.substr(0, 10));
    const std::stop_token interrupt = stopOnInterrupt(); // before any thread is there to take the signals
    LocalEngines engines(interrupt);
    engines.serve(plan);
    const latency::OwnCounts counts(plan.endpoints);
    row.id = store.beginRun(row);
    std::stop_source stop; // by a person, or where nothing more can be written
    const std::stop_callback linked(interrupt, [&stop] { stop.request_stop(); });
    data::MeasureWriter writer(
        library->path(), row.id, [&stop] { stop.request_stop(); },
        [&counts](data::Attempt& attempt) { counts.count(attempt); });
    latency::RunResult result;
    {
        Ticker ticker(session);
        result = latency::runPlan(
            plan, keyFor, row.begunAt.substr(0, 10), stop.get_token(),
            [&](data::Attempt&& attempt) { writer.add(std::move(attempt)); },
            [&](const Progress& at) { ticker.ended(at); }, engines.source());
    }
    std::exception_ptr broken;
    try {
        writer.finish();
    } catch (const Error&) {
        broken = std::current_exception();
    }
    row.endedAt = data::toIso(data::now());
    row.state = result.stopped         ? data::MeasureState::Stopped
                : result.budgetReached ? data::MeasureState::BudgetReached
                                       : data::MeasureState::Finished;
    if (broken)
        row.state = data::MeasureState::Stopped;
    row.windowBegin = result.window.begin;
    row.windowEnd = result.window.end;
    row.worstLag = result.worstLag;
    row.spent = result.spent;
    try {
        store.endRun(row);
    } catch (const Error&) { // it stays "under way, or cut off"
        if (!broken)
            broken = std::current_exception();
    }
    const latency::Report report =
        latency::reportOf(store.attempts(row.id), latency::reportOptions(plan, row.begunAt));
    printReport(session, {row, plan}, report);
    if (broken) {
        note(session, "The run ended early: the library took no more. " + counted(writer.lost(), "attempt") +
                          " could not be kept and is not in this report.");
        std::rethrow_exception(broken);
    }
    return anythingAnswered(report) ? 0 : 1;
}

latency::Report reportOf(data::MeasureStore& store, const KeptRun& kept) {
    return latency::reportOf(store.attempts(kept.row.id),
                             latency::reportOptions(kept.plan, kept.row.begunAt));
}

int report(const Session& session, std::int64_t id) {
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    const KeptRun kept = keptRun(store, id);
    printReport(session, kept, reportOf(store, kept));
    return 0;
}

int compare(const Session& session, const std::vector<std::int64_t>& ids) {
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    std::vector<ReportedRun> found;
    found.reserve(ids.size());
    for (const std::int64_t id : ids) {
        KeptRun kept = keptRun(store, id);
        latency::Report report = reportOf(store, kept);
        found.push_back({std::move(kept), std::move(report)});
    }
    std::vector<latency::SessionRun> sessions;
    sessions.reserve(found.size());
    for (const ReportedRun& one : found)
        sessions.push_back({one.kept.row.id, latency::comparisonKey(one.kept.plan),
                            latency::placeOf(one.kept.plan, one.kept.row), one.kept.row.begunAt,
                            &one.report});
    const latency::SessionsComparison compared = latency::acrossSessions(sessions);
    if (session.json) {
        ordered_json json = latency::toJson(compared);
        json["runs"] = besideEachOther(found);
        std::cout << dumped(json) << '\n';
    } else {
        printBesideEachOther(found);
        printSessions(compared);
    }
    for (const std::int64_t id : compared.repeated)
        note(session, "Run " + std::to_string(id) + " was named more than once and counts once.");
    return 0;
}

// A run of a plan that this program cannot read is listed as well.
KeptRun listed(data::MeasureStore& store, data::MeasureRun row) {
    try {
        return keptRun(store, row.id);
    } catch (const Error&) {
        return {std::move(row), {}};
    }
}

int runs(const Session& session) {
    const auto library = session.openLibrary();
    data::MeasureStore store(*library);
    std::vector<std::vector<std::string>> rows{{"Run", "Begun", "Ended", "State", "Plan", "Made from"}};
    auto json = ordered_json::array();
    for (const data::MeasureRun& row : store.runs()) {
        const KeptRun one = listed(store, row);
        rows.push_back({std::to_string(row.id), row.begunAt, row.endedAt, runStateWords(row.state), row.name,
                        latency::placeOf(one.plan, row)});
        json.push_back(runFacts(one));
    }
    if (json.empty() && !session.json) {
        note(session, "No runs. `parallax latency run PLAN.json` makes one; docs/latency.md says how.");
        return 0;
    }
    std::cout << (session.json ? dumped(json) + '\n' : textTable(rows, true, 160));
    return 0;
}

} // namespace

void addLatency(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("latency", "Time endpoints: run a plan, report, compare, list runs");
    command->require_subcommand(1);
    command->fallthrough();

    auto path = std::make_shared<std::string>();
    auto* running = command->add_subcommand("run", "Run a plan (docs/latency.md) and print its report");
    running->add_option("PLAN", *path, "A JSON file")->required();
    auto place = std::make_shared<std::string>();
    running->add_option("--place", *place,
                        "Where this machine stands (a region, a data centre), to be kept with the run: "
                        "runs of different places are never put together");
    running->callback([&session, path, place] {
        session.run = [&session, path, place] { return run(session, *path, *place); };
    });

    auto id = std::make_shared<std::int64_t>(0);
    auto* reporting = command->add_subcommand("report", "Print the report of a run again");
    reporting->add_option("RUN", *id, "Its number in \"latency runs\"")->required();
    auto request = std::make_shared<WantedRequest>();
    addWantedRequest(*reporting, *request);
    reporting->callback([&session, id, request] {
        session.run = [&session, id, request] {
            return request->which.empty() ? report(session, *id) : reportRequest(session, *id, *request);
        };
    });

    auto ids = std::make_shared<std::vector<std::int64_t>>();
    auto* comparing = command->add_subcommand(
        "compare",
        "Put runs beside each other, and say what those of the same comparison come to (five are needed)");
    comparing->add_option("RUN", *ids, "Numbers in \"latency runs\"")->required();
    comparing->callback(
        [&session, ids] { session.run = [&session, ids] { return compare(session, *ids); }; });

    command->add_subcommand("runs", "List the runs of the library, newest first")->callback([&session] {
        session.run = [&session] { return runs(session); };
    });
    addLatencyClaims(*command, session);
    addLatencyFiles(*command, session);
}

} // namespace parallax::app
