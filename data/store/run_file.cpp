// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/run_file.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <utility>

#include "base/error.h"
#include "data/export/atomic_file.h"
#include "data/store/attempt_json.h"
#include "data/store/forgiving_json.h"
#include "data/store/measure_store.h"
#include "data/store/run_file_format.h"
#include "data/store/run_plan.h"
#include "data/store/statement.h"
#include "data/store/stored_stream.h"

namespace parallax::data {
namespace {

using nlohmann::ordered_json;

std::string dumped(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

ordered_json runObject(MeasureStore& store, const MeasureRun& run) {
    return {{"uid", run.uid},
            {"name", run.name},
            {"plan", portablePlan(store, run.plan)},
            {"machine", run.machine},
            {"version", run.version},
            {"begun", run.begunAt},
            {"ended", run.endedAt},
            {"state", runStateNames[static_cast<std::size_t>(run.state)]},
            {"window", {run.windowBegin, run.windowEnd}},
            {"worst_lag", run.worstLag},
            {"spent", run.spent}};
}

void write(Library& library, const std::vector<RunId>& runs,
           const std::function<void(std::string_view)>& out) {
    MeasureStore store(library);
    out("{\"format\": \"");
    out(runFileFormat);
    out("\", \"version\": 1, \"runs\": [");
    bool first = true;
    for (const RunId id : runs) {
        const auto run = store.run(id);
        if (!run)
            throw Error(ErrorCode::Usage, {"there is no run " + std::to_string(id)});
        std::string head = dumped(runObject(store, *run));
        head.pop_back(); // the brace: attempts come within it
        out(first ? "\n" : ",\n");
        out(head);
        out(",\"attempts\":[");
        first = false;
        // As they are kept, without being read and written anew; the stream comes within the braces.
        Statement rows(
            library,
            "SELECT measure_attempt.content, size, left_out, measure_stream.content FROM measure_attempt "
            "LEFT JOIN measure_stream ON attempt_id = id WHERE run_id = ? ORDER BY id");
        rows.bind(id);
        for (bool begun = false; rows.step(); begun = true) {
            out(begun ? ",\n" : "\n");
            const std::string_view attempt = rows.view(0);
            const auto stream =
                rows.isNull(1) ? nullptr : storedStream(rows.integer(1), rows.integer(2), rows.view(3));
            if (stream == nullptr || attempt.size() < 3 || !attempt.ends_with('}')) {
                out(attempt);
                continue;
            }
            out(attempt.substr(0, attempt.size() - 1));
            out(",");
            out(streamMembers(*stream));
            out("}");
        }
        out("]}");
    }
    out("\n]}\n");
}

} // namespace

std::string runFileOf(Library& library, const std::vector<RunId>& runs) {
    std::string text;
    write(library, runs, [&](std::string_view part) { text += part; });
    return text;
}

void writeRunFile(Library& library, const std::vector<RunId>& runs, const std::filesystem::path& path) {
    AtomicFile file(path);
    constexpr std::size_t enough = std::size_t{1} << 16;
    std::string waiting;
    write(library, runs, [&](std::string_view part) {
        waiting += part;
        if (waiting.size() >= enough)
            file.write(std::exchange(waiting, {}));
    });
    file.write(waiting);
    file.commit();
}

} // namespace parallax::data
