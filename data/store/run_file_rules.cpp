// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/run_file_rules.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "data/store/clock.h"

namespace parallax::data {
namespace {

using NamedTime = std::pair<const char*, RunTime>;

constexpr std::int64_t mostTokens =
    1'000'000'000; // of one answer: a provider's larger count is taken for none
constexpr std::int64_t mostCount = 1'000'000'000'000;

std::string fieldNamed(std::string_view field) {
    return "its \"" + std::string(field) + '"';
}

std::string outOfRange(std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high) {
    return value >= low && value <= high ? std::string() : fieldNamed(field) + " cannot be";
}

// Each that it came to lies within a run and not before the ones that go ahead of it.
std::string outOfOrder(std::span<const NamedTime> times) {
    const NamedTime* before = nullptr;
    for (const NamedTime& one : times) {
        if (one.second == never)
            continue;
        const std::string field = std::string("time.") + one.first;
        if (one.second < 0 || one.second > longestRun)
            return fieldNamed(field) + " is no instant of a run";
        if (before != nullptr && one.second < before->second)
            return fieldNamed(field) + " is before its \"time." + before->first + '"';
        before = &one;
    }
    return {};
}

std::string wrongChunk(const Timeline& time) {
    RunTime before = time.firstAny != never ? time.firstAny : time.submitted;
    for (const Chunk& chunk : time.chunks) {
        if (chunk.at < before || chunk.at > longestRun || (time.last != never && chunk.at > time.last))
            return "it has a chunk whose time cannot be";
        before = chunk.at;
    }
    return {};
}

} // namespace

bool isInstant(std::string_view iso) {
    const std::string text(iso);
    return !text.empty() && toIso(fromIso(text)) == text;
}

std::string impossibleIn(const MeasureRun& run) {
    if (!isInstant(run.begunAt))
        return fieldNamed("begun") + " is no day and time";
    if (!run.endedAt.empty() && !isInstant(run.endedAt)) // empty while it is under way
        return fieldNamed("ended") + " is no day and time";
    if (run.windowBegin < 0 || run.windowEnd > longestRun || run.windowEnd < run.windowBegin)
        return fieldNamed("window") + " cannot be";
    for (std::string wrong :
         {outOfRange("worst_lag", run.worstLag, 0, longestRun), outOfRange("spent", run.spent, 0, INT64_MAX)})
        if (!wrong.empty())
            return wrong;
    return {};
}

std::string impossibleIn(const Attempt& attempt) {
    const Timeline& time = attempt.time;
    if (time.scheduled == never || time.submitted == never)
        return fieldNamed(time.scheduled == never ? "time.scheduled" : "time.submitted") + " is missing";
    const std::array<NamedTime, 14> course{NamedTime{"scheduled", time.scheduled},
                                           {"submitted", time.submitted},
                                           {"dns", time.dns},
                                           {"tcp", time.tcp},
                                           {"tls", time.tls},
                                           {"ready", time.ready},
                                           {"sent", time.sent},
                                           {"header", time.header},
                                           {"first_byte", time.firstByte},
                                           {"first_any", time.firstAny},
                                           {"first_text", time.firstText},
                                           {"last", time.last},
                                           {"terminal", time.terminal},
                                           {"end", time.end}};
    if (std::ranges::any_of(attempt.endpoint, [](unsigned char c) { return c < 0x20 || c == 0x7F; }))
        return fieldNamed("endpoint") + " has a control character";
    const TokenUsage& usage = attempt.usage;
    for (std::string wrong :
         {outOfOrder(course), wrongChunk(time), outOfRange("usage.input", usage.input, -1, mostTokens),
          outOfRange("usage.output", usage.output, -1, mostTokens),
          outOfRange("usage.reasoning", usage.reasoning, -1, mostTokens),
          outOfRange("usage.cached", usage.cached, -1, mostTokens),
          outOfRange("usage.billed_input", usage.billedInput, -1, mostTokens),
          outOfRange("usage.billed_output", usage.billedOutput, -1, mostTokens),
          outOfRange("usage.own_output", usage.ownOutput, -1, mostTokens),
          outOfRange("sequence", attempt.sequence, 0, mostCount),
          outOfRange("step", attempt.step, 0, mostCount), outOfRange("status", attempt.status, 0, 999),
          outOfRange("loop_lag", attempt.loopLag, 0, longestRun),
          outOfRange("server_latency_ms", attempt.serverLatencyMs, -1, mostCount),
          outOfRange("retry_after_ms", attempt.retryAfterMs, -1, mostCount),
          outOfRange("stream_bytes", attempt.streamBytes, -1, mostCount)})
        if (!wrong.empty())
            return wrong;
    return {};
}

} // namespace parallax::data
