// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "base/json_depth.h"
#include "data/measure/attempt.h"
#include "data/store/attempt_json.h"
#include "data/store/measure_store.h"
#include "data/store/run_file.h"
#include "data/store/run_file_format.h"
#include "data/store/run_file_rules.h"
#include "data/store/statement.h"
#include "data/store/stored_stream.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 32;      // a plan's text is a string: nothing nests further
constexpr std::size_t mostText = 65'536; // bytes of a name, a machine or the like
constexpr std::size_t mostPlan = std::size_t{4} << 20;
constexpr int lastOutcome = static_cast<int>(Outcome::Cancelled);
constexpr int lastConnection = static_cast<int>(ConnectionKind::Local);
constexpr int lastChannel = static_cast<int>(TokenChannel::Tool);

bool isWhole(const json& value) {
    return value.is_number_integer() &&
           (!value.is_number_unsigned() || value.get<std::uint64_t>() <= std::uint64_t{INT64_MAX});
}

class RunFile {
  public:
    explicit RunFile(const std::string& file)
        : m_file(file) {}

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorCode::FileUnreadable,
                    {m_file, m_where.empty() ? what : m_where + ": " + what, "damaged"});
    }
    void at(std::string where) { m_where = std::move(where); }

    json parsed(std::string_view bytes) const {
        if (bytes.size() > largestRunFile)
            throw Error(ErrorCode::FileTooLarge,
                        {m_file, std::to_string(bytes.size()), std::to_string(largestRunFile)});
        if (jsonDepth(bytes) > deepest)
            fail("it nests too deep");
        json root = json::parse(bytes, nullptr, false);
        if (root.is_discarded())
            fail("it is no complete JSON");
        if (!root.is_object() || root.value("format", json()) != json(runFileFormat))
            fail("it was not written by \"latency export --format json\"");
        if (root.value("version", json()) != json(1))
            fail("a later version of the program wrote it");
        if (!root.contains("runs") || !root["runs"].is_array())
            fail("it has no list of runs");
        return root;
    }

    MeasureRun run(const json& object) const {
        if (!object.is_object())
            fail("it is no object");
        MeasureRun run;
        run.uid = text(object, "uid", mostText);
        if (run.uid.size() != 32 || run.uid.find_first_not_of("0123456789abcdef") != std::string::npos)
            fail("its uid is none");
        run.name = text(object, "name", mostText);
        run.plan = text(object, "plan", mostPlan);
        if (jsonDepth(run.plan) > deepestPlan || !json::parse(run.plan, nullptr, false).is_object())
            fail("its plan is no JSON object");
        run.machine = text(object, "machine", mostText);
        run.version = text(object, "version", mostText);
        run.begunAt = text(object, "begun", mostText);
        run.endedAt = text(object, "ended", mostText);
        const std::string state = text(object, "state", mostText);
        const auto known = std::ranges::find(runStateNames, state);
        if (known == runStateNames.end())
            fail("its state is unknown");
        run.state = static_cast<MeasureState>(known - runStateNames.begin());
        const auto window = object.find("window");
        if (window == object.end() || !window->is_array() || window->size() != 2 || !isWhole((*window)[0]) ||
            !isWhole((*window)[1]))
            fail("its window is no pair of times");
        run.windowBegin = (*window)[0].get<RunTime>();
        run.windowEnd = (*window)[1].get<RunTime>();
        run.worstLag = number(object, "worst_lag");
        run.spent = number(object, "spent");
        if (const std::string wrong = impossibleIn(run); !wrong.empty())
            fail(wrong);
        return run;
    }

    // An attempt of the right shape throughout: what is read forgivingly elsewhere is not to be let in.
    Attempt attempt(const json& object) const {
        if (!object.is_object())
            fail("it is no object");
        if (text(object, "endpoint", mostText).empty())
            fail("it names no endpoint");
        number(object, "sequence");
        within(object, "outcome", lastOutcome);
        within(object, "connection", lastConnection);
        integers(object, "time");
        integers(object, "usage");
        for (const char* key :
             {"step", "status", "loop_lag", "server_latency_ms", "retry_after_ms", "stream_bytes"})
            if (object.contains(key))
                number(object, key);
        const auto chunks = object.find("chunks");
        if (chunks == object.end() || !chunks->is_array())
            fail("it has no list of chunks");
        for (const json& chunk : *chunks) {
            const bool five = chunk.is_array() && chunk.size() == 5 && std::ranges::all_of(chunk, isWhole);
            if (!five || chunk[1].get<std::int64_t>() < 0 || chunk[1].get<std::int64_t>() > UINT32_MAX ||
                chunk[2].get<std::int64_t>() < 0 || chunk[2].get<std::int64_t>() > UINT32_MAX ||
                chunk[3].get<std::int64_t>() < 0 || chunk[3].get<std::int64_t>() > lastChannel)
                fail("it has a chunk that is none");
        }
        inTime(object["time"]);
        Attempt taken = attemptFromJson(object.dump(-1, ' ', false, json::error_handler_t::replace));
        if (const std::string wrong = impossibleIn(taken); !wrong.empty())
            fail(wrong);
        taken.stream = stream(object);
        return taken;
    }

  private:
    std::shared_ptr<const RawStream> stream(const json& object) const {
        RawStream stream;
        if (object.contains(streamTextKey))
            stream.bytes = text(object, streamTextKey, mostStreamKept);
        else if (!object.contains(streamBase64Key))
            return nullptr;
        else if (!fromBase64(text(object, streamBase64Key, 2 * mostStreamKept), stream.bytes) ||
                 stream.bytes.size() > mostStreamKept)
            fail(std::string("its \"") + streamBase64Key + "\" is none");
        if (object.contains(streamLeftOutKey))
            stream.leftOut = std::max<std::int64_t>(0, number(object, streamLeftOutKey));
        return std::make_shared<const RawStream>(std::move(stream));
    }
    std::string text(const json& object, const char* key, std::size_t most) const {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_string())
            fail(std::string("it has no \"") + key + "\"");
        auto value = found->get<std::string>();
        if (value.size() > most)
            fail(std::string("its \"") + key + "\" is too long");
        return value;
    }
    std::int64_t number(const json& object, const char* key) const {
        const auto found = object.find(key);
        if (found == object.end() || !isWhole(*found))
            fail(std::string("its \"") + key + "\" is no whole number");
        return found->get<std::int64_t>();
    }
    void within(const json& object, const char* key, int last) const {
        if (const std::int64_t value = number(object, key); value < 0 || value > last)
            fail(std::string("its \"") + key + "\" is unknown");
    }
    void integers(const json& object, const char* key) const {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_object() || !std::ranges::all_of(*found, isWhole))
            fail(std::string("its \"") + key + "\" is no list of whole numbers");
    }
    // Before what is too far away is read as an instant that it did not come to.
    void inTime(const json& times) const {
        for (const auto& [key, value] : times.items())
            if (const auto at = value.get<RunTime>(); at != never && (at < 0 || at > longestRun))
                fail("its \"time." + key + "\" is no instant of a run");
    }

    const std::string& m_file;
    std::string m_where;
};

RunId insertRun(Library& library, const MeasureRun& run) {
    return Statement(
               library,
               "INSERT INTO measure_run (uid, name, plan, machine, version, begun_at, ended_at, state, "
               "window_begin, window_end, worst_lag, spent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "RETURNING id")
        .bind(std::string_view(run.uid))
        .bind(std::string_view(run.name))
        .bind(std::string_view(run.plan))
        .bind(std::string_view(run.machine))
        .bind(std::string_view(run.version))
        .bind(std::string_view(run.begunAt))
        .bind(std::string_view(run.endedAt))
        .bind(static_cast<int>(run.state))
        .bind(run.windowBegin)
        .bind(run.windowEnd)
        .bind(run.worstLag)
        .bind(run.spent)
        .insert();
}

TakenRun take(Library& library, MeasureRun run, const std::vector<Attempt>& attempts) {
    MeasureStore store(library);
    TakenRun taken;
    taken.name = run.name;
    taken.attempts = attempts.size();
    Statement row(library, "SELECT id, (SELECT count(*) FROM measure_attempt WHERE run_id = measure_run.id) "
                           "FROM measure_run WHERE uid = ?");
    row.bind(std::string_view(run.uid));
    if (!row.step()) {
        taken.run = insertRun(library, run);
        store.addAttempts(taken.run, attempts);
        return taken;
    }
    taken.run = run.id = row.integer(0);
    const auto here = static_cast<std::size_t>(row.integer(1));
    row.rewind();
    if (here >= attempts.size()) {
        taken.what = TakenRun::What::Known;
        return taken;
    }
    taken.what = TakenRun::What::Completed;
    Statement(library, "DELETE FROM measure_attempt WHERE run_id = ?").bind(run.id).run();
    Statement(library, "UPDATE measure_run SET stream_bytes = 0 WHERE id = ?").bind(run.id).run();
    store.addAttempts(run.id, attempts);
    store.endRun(run);
    return taken;
}

} // namespace

std::vector<TakenRun> takeRunFile(Library& library, std::string_view bytes, const std::string& file,
                                  const std::function<std::set<std::string>(const MeasureRun&)>& checkPlan) {
    RunFile reader(file);
    const json root = reader.parsed(bytes);
    Transaction transaction(library);
    std::vector<TakenRun> taken;
    std::set<std::string> uids;
    for (const json& object : root["runs"]) {
        const std::string where = "run " + std::to_string(taken.size() + 1);
        reader.at(where);
        MeasureRun run = reader.run(object);
        if (!uids.insert(run.uid).second)
            reader.fail("it stands there twice");
        const std::set<std::string> endpoints = checkPlan ? checkPlan(run) : std::set<std::string>();
        const auto list = object.find("attempts");
        if (list == object.end() || !list->is_array())
            reader.fail("it has no list of attempts");
        std::vector<Attempt> attempts;
        attempts.reserve(list->size());
        std::set<std::tuple<std::string, std::int64_t, std::int64_t>> made; // nothing is sent twice
        for (const json& one : *list) {
            reader.at(where + ", attempt " + std::to_string(attempts.size() + 1));
            attempts.push_back(reader.attempt(one));
            const Attempt& attempt = attempts.back();
            if (checkPlan && !endpoints.contains(attempt.endpoint))
                reader.fail("its endpoint \"" + attempt.endpoint + "\" is none of the plan's");
            if (!made.emplace(attempt.endpoint, attempt.step, attempt.sequence).second)
                reader.fail("it stands there twice");
        }
        taken.push_back(take(library, std::move(run), attempts));
    }
    transaction.commit();
    return taken;
}

} // namespace parallax::data
