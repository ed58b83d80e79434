// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/run_export.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace parallax::data {
namespace {

constexpr std::array outcomes{"success",  "client",   "throttled", "provider",
                              "rejected", "filtered", "cancelled"};
constexpr std::array connections{"cold", "tls_resumed", "warm", "local"};
constexpr std::array states{"under way", "finished", "stopped", "budget reached"};

constexpr std::array<std::pair<const char*, RunTime Timeline::*>, 14> times{
    {{"scheduled_ms", &Timeline::scheduled},
     {"submitted_ms", &Timeline::submitted},
     {"dns_ms", &Timeline::dns},
     {"tcp_ms", &Timeline::tcp},
     {"tls_ms", &Timeline::tls},
     {"ready_ms", &Timeline::ready},
     {"sent_ms", &Timeline::sent},
     {"header_ms", &Timeline::header},
     {"first_byte_ms", &Timeline::firstByte},
     {"first_any_ms", &Timeline::firstAny},
     {"first_text_ms", &Timeline::firstText},
     {"last_ms", &Timeline::last},
     {"terminal_ms", &Timeline::terminal},
     {"end_ms", &Timeline::end}}};
constexpr std::array<std::pair<const char*, std::int64_t TokenUsage::*>, 5> counts{
    {{"input_tokens", &TokenUsage::input},
     {"output_tokens", &TokenUsage::output},
     {"reasoning_tokens", &TokenUsage::reasoning},
     {"cached_tokens", &TokenUsage::cached},
     {"own_output_tokens", &TokenUsage::ownOutput}}};

Cell cell(std::string text) {
    Cell made;
    made.text = std::move(text);
    return made;
}

// Nanoseconds as milliseconds with all their digits; never through a double.
std::string milliseconds(RunTime time) {
    if (time == never)
        return {};
    std::array<char, 40> text{};
    const RunTime size = time < 0 ? -time : time;
    std::snprintf(text.data(), text.size(), "%s%lld.%06lld", time < 0 ? "-" : "",
                  static_cast<long long>(size / 1'000'000), static_cast<long long>(size % 1'000'000));
    return text.data();
}

std::string figure(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.6f", value);
    return text.data();
}

template <std::size_t size>
std::string named(const std::array<const char*, size>& names, int value) {
    return value >= 0 && static_cast<std::size_t>(value) < size ? names[static_cast<std::size_t>(value)] : "";
}

} // namespace

Table attemptTable(const MeasureRun& run, std::span<const Attempt> attempts,
                   const std::vector<AttemptColumn>& derived) {
    Table table;
    table.caption = run.name;
    for (const char* name :
         {"endpoint", "request", "step", "warmup", "outcome", "fault", "status", "connection", "http",
          "model", "fingerprint", "service_tier", "simulation", "finish", "chunks", "buffered", "wall_clock"})
        table.header.push_back(cell(name));
    for (const auto& [name, field] : times)
        table.header.push_back(cell(name));
    for (const auto& [name, field] : counts)
        table.header.push_back(cell(name));
    for (const AttemptColumn& column : derived)
        table.header.push_back(cell(column.name));
    table.rows.reserve(attempts.size());
    for (const Attempt& attempt : attempts) {
        std::vector<Cell> row;
        row.reserve(table.header.size());
        const auto add = [&](std::string text) { row.push_back(cell(std::move(text))); };
        add(attempt.endpoint);
        add(std::to_string(attempt.sequence + 1)); // as people count
        add(std::to_string(attempt.step + 1));
        add(attempt.warmup ? "1" : "0");
        add(named(outcomes, static_cast<int>(attempt.outcome)));
        add(attempt.fault);
        add(attempt.status > 0 ? std::to_string(attempt.status) : "");
        add(named(connections, static_cast<int>(attempt.connection)));
        add(attempt.httpVersion);
        add(attempt.model);
        add(attempt.fingerprint);
        add(attempt.serviceTier);
        add(attempt.simulation);
        add(attempt.finishReason);
        add(std::to_string(attempt.time.chunks.size()));
        add(attempt.buffered ? "1" : "0");
        add(attempt.wallClock);
        for (const auto& [name, field] : times)
            add(milliseconds(attempt.time.*field));
        for (const auto& [name, field] : counts)
            add(attempt.usage.*field >= 0 ? std::to_string(attempt.usage.*field) : "");
        for (const AttemptColumn& column : derived) {
            const auto value = column.value(attempt);
            add(value ? figure(*value) : "");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table runTable(const MeasureRun& run) {
    Table table;
    table.caption = "Run";
    const auto add = [&](const char* name, const std::string& value) {
        table.rows.push_back({cell(name), cell(value)});
    };
    table.header = {cell("what"), cell("value")};
    add("name", run.name);
    add("uid", run.uid);
    add("machine", run.machine);
    add("program", run.version);
    add("begun", run.begunAt);
    add("ended", run.endedAt);
    add("state", named(states, static_cast<int>(run.state)));
    add("window_begin_ms", milliseconds(run.windowBegin));
    add("window_end_ms", milliseconds(run.windowEnd));
    add("worst_lag_ms", milliseconds(run.worstLag));
    add("plan", run.plan);
    return table;
}

} // namespace parallax::data
