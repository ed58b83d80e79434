// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "engine/latency/stats/series.h"

namespace parallax::latency {
namespace {

using data::never;
using data::RunTime;

Metric between(RunTime from, RunTime to) {
    if (from == never || to == never)
        return std::nullopt;
    RunTime passed = 0;
    if (__builtin_sub_overflow(to, from, &passed)) // of an attempt that nobody measured
        return std::nullopt;
    return static_cast<double>(passed) / 1e6;
}

RunTime startOf(const data::Timeline& time, Since since) {
    return since == Since::Submitted ? time.submitted : time.scheduled;
}

bool endedIn(const data::Attempt& attempt, const Window& window) {
    const RunTime at = attempt.time.end;
    return at != never && at > window.countedFrom() && at <= window.end;
}

// Where nothing was answered, nothing is measured in answers: that none came is then what there is to say.
bool isLongEnough(std::span<const data::Attempt> attempts, const Window& window) {
    std::vector<double> seconds;
    bool ended = false;
    for (const data::Attempt& attempt : attempts) {
        ended = ended || (attempt.outcome != data::Outcome::Cancelled && endedIn(attempt, window));
        if (attempt.outcome == data::Outcome::Success)
            seconds.push_back(between(attempt.time.submitted, attempt.time.end).value_or(0) / 1000);
    }
    std::ranges::sort(seconds);
    const double counted = window.countedSeconds();
    return counted > 0 && ended && (seconds.empty() || counted >= answersInWindow * median(seconds));
}

enum class Judged { Good, Bad, Unknown };

Judged within(const Metric& limit, const Metric& value) {
    if (!limit)
        return Judged::Good;
    if (!value)
        return Judged::Unknown;
    return *value <= *limit ? Judged::Good : Judged::Bad;
}

// Unknown: cancelled by the end of the run, or a limit on what it did not say.
Judged judge(const data::Attempt& attempt, const ServiceLevel& level) {
    if (attempt.outcome == data::Outcome::Cancelled)
        return Judged::Unknown;
    if (attempt.outcome != data::Outcome::Success)
        return Judged::Bad;
    const std::array judged{within(level.timeToFirstToken, timeToFirstToken(attempt.time, level.since)),
                            within(level.timePerOutputToken, timePerOutputToken(attempt)),
                            within(level.endToEnd, endToEnd(attempt.time, level.since))};
    for (const Judged decisive : {Judged::Bad, Judged::Unknown})
        if (std::ranges::find(judged, decisive) != judged.end())
            return decisive;
    return Judged::Good;
}

} // namespace

RunTime firstEnd(std::span<const data::Attempt> attempts) {
    RunTime first = 0;
    for (const data::Attempt& attempt : attempts)
        if (const RunTime end = attempt.time.end;
            attempt.outcome != data::Outcome::Cancelled && end != never && (first == 0 || end < first))
            first = end;
    return first;
}

Metric timeToFirstToken(const data::Timeline& time, Since since) {
    return between(startOf(time, since), time.firstAny);
}
Metric timeToFirstOutput(const data::Timeline& time, Since since) {
    return between(startOf(time, since), time.firstText);
}
Metric serverTimeToFirstToken(const data::Timeline& time) {
    return between(time.sent, time.firstAny);
}
Metric endToEnd(const data::Timeline& time, Since since) {
    return between(startOf(time, since), time.last);
}
Metric endToEndWire(const data::Timeline& time, Since since) {
    return between(startOf(time, since), time.terminal);
}
Metric timeToHeaders(const data::Timeline& time) {
    return between(time.submitted, time.header);
}
Metric timeToFirstByte(const data::Timeline& time) {
    return between(time.submitted, time.firstByte);
}
Metric queueDelay(const data::Timeline& time) {
    return between(time.scheduled, time.submitted);
}

Metric roundTrip(const data::Timeline& time) {
    return between(time.dns, time.tcp);
}

// Tokens between the first and the last that were seen. What a model thought before its first chunk and kept
// to itself is counted by the provider and took its time before.
std::int64_t streamedTokens(const data::Attempt& attempt) {
    const data::TokenUsage& usage = attempt.usage;
    const bool hidden = usage.reasoning > 0 && usage.reasoning <= usage.output &&
                        attempt.time.firstAny != never && attempt.time.firstAny == attempt.time.firstText;
    return hidden ? usage.output - usage.reasoning : usage.output;
}

Metric timePerOutputToken(const data::Attempt& attempt) {
    const Metric decode = between(attempt.time.firstAny, attempt.time.last);
    const std::int64_t tokens = streamedTokens(attempt);
    if (!decode || tokens < 2)
        return std::nullopt;
    return *decode / static_cast<double>(tokens - 1);
}

Metric decodeSpeed(const data::Attempt& attempt) {
    const Metric perToken = timePerOutputToken(attempt);
    const Metric decode = between(attempt.time.firstAny, attempt.time.last);
    if (!perToken || *decode < shortestDecodeMs)
        return std::nullopt;
    return 1000 / *perToken;
}

Metric endToEndSpeed(const data::Attempt& attempt) {
    const Metric all = endToEnd(attempt.time);
    if (!all || *all <= 0 || attempt.usage.output < 1)
        return std::nullopt;
    return 1000 * static_cast<double>(attempt.usage.output) / *all;
}

std::vector<double> interChunkGaps(const data::Timeline& time) {
    std::vector<double> gaps;
    if (time.chunks.empty() && time.gaps)
        return {time.gaps->begin(), time.gaps->end()};
    for (std::size_t i = 1; i < time.chunks.size(); ++i)
        gaps.push_back(static_cast<double>(time.chunks[i].at - time.chunks[i - 1].at) / 1e6);
    return gaps;
}

Metric longestStall(const data::Timeline& time) {
    if (time.longestGap != never)
        return static_cast<double>(time.longestGap) / 1e6;
    const auto gaps = interChunkGaps(time);
    if (gaps.empty())
        return std::nullopt;
    return *std::max_element(gaps.begin(), gaps.end());
}

std::size_t chunksOf(const data::Timeline& time) {
    return time.chunks.empty() && time.gaps ? time.gaps->size() + 1 : time.chunks.size();
}

Metric tokensPerChunk(const data::Attempt& attempt) {
    const std::size_t chunks = chunksOf(attempt.time);
    if (chunks == 0 || attempt.usage.output < 0)
        return std::nullopt;
    return static_cast<double>(streamedTokens(attempt)) / static_cast<double>(chunks);
}

Metric endToEndAt(const data::Attempt& attempt, std::int64_t tokens, Since since) {
    const auto off = std::abs(static_cast<double>(attempt.usage.output - tokens));
    if (attempt.outcome != data::Outcome::Success || attempt.usage.output < 0 ||
        off > 0.02 * static_cast<double>(tokens) || attempt.finishReason != "length")
        return std::nullopt;
    return endToEnd(attempt.time, since);
}

Metric modelledEndToEndAt(const data::Attempt& attempt, std::int64_t tokens, Since since) {
    const Metric first = timeToFirstToken(attempt.time, since), each = timePerOutputToken(attempt);
    if (attempt.outcome != data::Outcome::Success || attempt.buffered || !first || !each ||
        endToEndAt(attempt, tokens, since))
        return std::nullopt;
    return *first + static_cast<double>(tokens - 1) * *each;
}

Metric fluidity(const data::Timeline& time, double prefillMs, double decodeMs) {
    if (time.chunks.empty())
        return time.chunksInTime < 0 ? std::nullopt : Metric(time.chunksInTime);
    std::size_t met = 0;
    for (std::size_t k = 0; k < time.chunks.size(); ++k) {
        const Metric at = between(time.submitted, time.chunks[k].at);
        met += at && *at <= prefillMs + static_cast<double>(k) * decodeMs ? 1 : 0;
    }
    return static_cast<double>(met) / static_cast<double>(time.chunks.size());
}

void letChunksGo(data::Timeline& time, const Metric& firstTokenMs, const Metric& perTokenMs,
                 ChunkGapsKept kept) {
    for (std::size_t i = 1; i < time.chunks.size(); ++i)
        time.longestGap = std::max(time.longestGap, time.chunks[i].at - time.chunks[i - 1].at);
    if (firstTokenMs && perTokenMs)
        time.chunksInTime = fluidity(time, *firstTokenMs, *perTokenMs).value_or(-1);
    if (kept == ChunkGapsKept::Yes && !time.chunks.empty()) {
        const std::vector<double> gaps = interChunkGaps(time);
        time.gaps = std::make_shared<const std::vector<float>>(gaps.begin(), gaps.end());
    }
    time.chunks = {};
}

bool looksBuffered(const data::Attempt& attempt) {
    constexpr std::int64_t many = 50; // below, an answer may well end within 5 % of its wait
    const Metric all = endToEnd(attempt.time), decode = between(attempt.time.firstAny, attempt.time.last);
    if (!all || !decode || *decode >= 0.05 * *all)
        return false;
    const std::int64_t tokens = attempt.usage.output >= 0
                                    ? attempt.usage.output
                                    : static_cast<std::int64_t>(attempt.time.chunks.size());
    return tokens > many;
}

std::vector<PhaseSpan> waterfall(const data::Timeline& time) {
    const std::array<std::pair<Phase, RunTime>, 7> ends{{{Phase::Dns, time.dns},
                                                         {Phase::Tcp, time.tcp},
                                                         {Phase::Tls, time.tls},
                                                         {Phase::Send, time.sent},
                                                         {Phase::Wait, time.firstByte},
                                                         {Phase::FirstToken, time.firstAny},
                                                         {Phase::Decode, time.last}}};
    std::vector<PhaseSpan> spans;
    RunTime begin = time.submitted;
    for (const auto& [phase, end] : ends) {
        if (end == never)
            continue;
        const RunTime ordered = std::max(begin, end);
        spans.push_back({phase, static_cast<double>(begin - time.submitted) / 1e6,
                         static_cast<double>(ordered - time.submitted) / 1e6});
        begin = ordered;
    }
    return spans;
}

std::optional<double> Goodput::attainment() const {
    if (judged() == 0)
        return std::nullopt;
    return static_cast<double>(good) / static_cast<double>(judged());
}

Goodput goodputOf(std::span<const data::Attempt> attempts, const ServiceLevel& level, const Window& window) {
    Goodput out;
    std::int64_t completed = 0; // good ones within the window
    for (const data::Attempt& attempt : attempts) {
        const Judged judged = judge(attempt, level);
        completed += judged == Judged::Good && endedIn(attempt, window) ? 1 : 0;
        if (attempt.time.submitted < window.begin || attempt.time.submitted > window.end)
            continue;
        if (judged == Judged::Unknown)
            ++out.excluded;
        else if (attempt.outcome != data::Outcome::Success)
            ++out.errors;
        else
            ++(judged == Judged::Good ? out.good : out.bad);
    }
    if (out.judged() > 0 && isLongEnough(attempts, window))
        out.perSecond = static_cast<double>(completed) / window.countedSeconds();
    return out;
}

Throughput throughputOf(std::span<const data::Attempt> attempts, const Window& window) {
    Throughput out;
    if (attempts.empty())
        return out;
    const auto [first, last] = std::ranges::minmax(
        attempts, {}, [](const data::Attempt& attempt) { return attempt.time.scheduled; });
    if (const Window wanted{first.time.scheduled, last.time.scheduled}; wanted.seconds() > 0)
        out.offeredPerSecond = static_cast<double>(attempts.size() - 1) / wanted.seconds();
    if (!isLongEnough(attempts, window))
        return out;
    std::int64_t requests = 0, tokens = 0;
    bool told = true;
    for (const data::Attempt& attempt : attempts) {
        if (attempt.outcome != data::Outcome::Success || !endedIn(attempt, window))
            continue;
        ++requests;
        told = told && attempt.usage.output >= 0;
        tokens += attempt.usage.output;
    }
    const auto rate = [&](std::int64_t count) {
        return static_cast<double>(count) / window.countedSeconds();
    };
    out.requestsPerSecond = rate(requests);
    if (told)
        out.tokensPerSecond = rate(tokens);
    return out;
}

AvailabilityCount availabilityOf(std::span<const data::Attempt> attempts) {
    AvailabilityCount out;
    for (const data::Attempt& attempt : attempts) {
        switch (attempt.outcome) {
        case data::Outcome::Success:
        case data::Outcome::Filtered: // an answer, if not the one that was wanted
            ++out.successes;
            break;
        case data::Outcome::Provider:
            ++out.providerFailures;
            break;
        case data::Outcome::Throttled:
            ++out.throttled;
            break;
        case data::Outcome::Client:
        case data::Outcome::Rejected:
        case data::Outcome::Cancelled:
            ++out.other;
            break;
        }
    }
    return out;
}

} // namespace parallax::latency
