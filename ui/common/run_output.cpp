// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/run_output.h"

#include <optional>
#include <set>
#include <vector>

#include "base/error.h"
#include "data/export/export.h"
#include "data/export/run_export.h"
#include "data/ingest/file.h"
#include "data/store/library.h"
#include "data/store/measure_store.h"
#include "engine/latency/metrics.h"
#include "engine/latency/run.h"

namespace parallax::ui {
namespace {

std::vector<data::AttemptColumn> derivedColumns() {
    using data::Attempt;
    return {{"ttft_ms", [](const Attempt& a) { return latency::timeToFirstToken(a.time); }},
            {"ttfo_ms", [](const Attempt& a) { return latency::timeToFirstOutput(a.time); }},
            {"ttft_server_ms", [](const Attempt& a) { return latency::serverTimeToFirstToken(a.time); }},
            {"e2e_ms", [](const Attempt& a) { return latency::endToEnd(a.time); }},
            {"e2e_scheduled_ms",
             [](const Attempt& a) { return latency::endToEnd(a.time, latency::Since::Scheduled); }},
            {"e2e_wire_ms", [](const Attempt& a) { return latency::endToEndWire(a.time); }},
            {"headers_ms", [](const Attempt& a) { return latency::timeToHeaders(a.time); }},
            {"ttfb_ms", [](const Attempt& a) { return latency::timeToFirstByte(a.time); }},
            {"rtt_ms", [](const Attempt& a) { return latency::roundTrip(a.time); }},
            {"queue_ms", [](const Attempt& a) { return latency::queueDelay(a.time); }},
            {"tpot_ms", [](const Attempt& a) { return latency::timePerOutputToken(a); }},
            {"decode_tokens_per_s", [](const Attempt& a) { return latency::decodeSpeed(a); }},
            {"e2e_tokens_per_s", [](const Attempt& a) { return latency::endToEndSpeed(a); }},
            {"tokens_per_chunk", [](const Attempt& a) { return latency::tokensPerChunk(a); }},
            {"longest_stall_ms", [](const Attempt& a) { return latency::longestStall(a.time); }}};
}

data::MeasureRun runOf(data::Library& library, data::RunId id) {
    const auto run = data::MeasureStore(library).run(id);
    if (!run)
        throw Error(ErrorCode::Usage, {"there is no run " + std::to_string(id)});
    return *run;
}

data::Table attemptsOf(data::Library& library, const data::MeasureRun& run) {
    const std::vector<data::Attempt> attempts = data::MeasureStore(library).attempts(run.id);
    return data::attemptTable(run, attempts, derivedColumns());
}

} // namespace

void exportRun(data::Library& library, data::RunId id, const std::filesystem::path& path, RunFormat format) {
    switch (format) {
    case RunFormat::Json:
        data::writeRunFile(library, {id}, path);
        break;
    case RunFormat::Csv:
        data::writeFileAtomically(path, exportedRun(library, id, format));
        break;
    case RunFormat::Xlsx: {
        const data::MeasureRun run = runOf(library, id);
        data::exportWorkbook({attemptsOf(library, run), data::runTable(run)}, path);
        break;
    }
    }
}

std::string exportedRun(data::Library& library, data::RunId id, RunFormat format) {
    if (format == RunFormat::Json)
        return data::runFileOf(library, {id});
    return data::exportTable(attemptsOf(library, runOf(library, id)), data::TableFormat::Csv);
}

std::vector<data::TakenRun> importRuns(data::Library& library, const std::filesystem::path& path) {
    const std::string bytes = data::readFile(path, data::largestRunFile);
    return data::takeRunFile(library, bytes, path.string(), [&](const data::MeasureRun& run) {
        // An endpoint that is named and nothing more was gone when the run was exported.
        const latency::RunPlan plan = latency::readPlan(run.plan, path.string(), [](const std::string& name) {
            data::Endpoint gone;
            gone.name = name;
            return std::optional(gone);
        });
        std::set<std::string> names;
        for (const data::Endpoint& endpoint : plan.endpoints)
            names.insert(endpoint.name);
        return names;
    });
}

} // namespace parallax::ui
