// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "data/store/library.h"
#include "data/store/measure_store.h"

namespace parallax::ui::testing {

// Runs as they stand in a library, made up rather than measured: the same on every machine, at once.
struct MadeRun {
    int requests = 80;
    double slower = 1.09; // the other endpoint
    std::uint64_t seed = 1;
    data::MeasureState state = data::MeasureState::Finished;
    std::string begunAt = "2026-11-20T09:00:00Z";
    std::string budget; // JSON of the plan's budget
    std::string place;  // that the plan names
};

inline double wobble(std::uint64_t seed) { // between 0.85 and 1.25, most near 1
    std::uint64_t x = seed * 0x9E3779B97F4A7C15ULL;
    x ^= x >> 29;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 32;
    const double unit = static_cast<double>(x >> 11) / 9007199254740992.0;
    return 0.85 + 0.4 * unit * unit;
}

inline data::Attempt madeAttempt(const std::string& endpoint, const std::string& profile,
                                 std::int64_t sequence, data::RunTime at, double factor, std::uint64_t seed) {
    data::Attempt attempt;
    attempt.endpoint = endpoint;
    attempt.sequence = sequence;
    attempt.simulation = profile;
    attempt.model = "simulation";
    attempt.status = 200;
    attempt.httpVersion = "1.1";
    attempt.remoteAddress = "127.0.0.1";
    attempt.finishReason = "length";
    attempt.connection = sequence == 0 ? data::ConnectionKind::Cold : data::ConnectionKind::Warm;
    attempt.usage.input = 16;
    attempt.usage.output = 120;
    attempt.loopLag = 120'000;
    attempt.wallClock = "2026-11-20T09:00:00Z";
    const auto ms = [](double value) { return static_cast<data::RunTime>(value * 1e6); };
    data::Timeline& time = attempt.time;
    time.scheduled = time.submitted = at;
    if (attempt.connection == data::ConnectionKind::Cold) {
        time.dns = at + ms(2);
        time.tcp = at + ms(14);
        time.tls = at + ms(41);
    }
    time.ready = time.sent = at + ms(attempt.connection == data::ConnectionKind::Cold ? 42 : 1);
    time.header = time.firstByte = at + ms(150 * factor);
    data::RunTime now = at + ms(300 * factor * wobble(seed));
    time.firstAny = time.firstText = now;
    for (int i = 0; i < 120; ++i) {
        time.chunks.push_back({now, 92, 5, data::TokenChannel::Text, false});
        now += ms(2.4 * factor * wobble(seed + 7 * static_cast<std::uint64_t>(i) + 3));
    }
    time.last = time.chunks.back().at;
    time.terminal = time.end = time.last + ms(1);
    attempt.headers = {{"content-type", "text/event-stream"},
                       {"x-request-id", "made-up-" + std::to_string(sequence)}};
    attempt.opening =
        "data: {\"model\":\"simulation\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"}}]}\n\n";
    attempt.closing =
        "data: {\"usage\":{\"prompt_tokens\":16,\"completion_tokens\":120}}\n\ndata: [DONE]\n\n";
    return attempt;
}

inline data::RunId addMadeRun(data::Library& library, const MadeRun& made) {
    data::MeasureStore store(library);
    data::MeasureRun run;
    run.name = "Fair comparison";
    run.plan = R"({"name":"Fair comparison","place":")" + made.place + R"(","endpoints":[
        {"name":"Azure as stated","provider":"simulation","model":"azure-as-stated"},
        {"name":"AWS as expected","provider":"simulation","model":"aws-as-expected"}],
        "load":{"kind":"pairs","requests":)" +
               std::to_string(made.requests) + R"(,"warmup":0},"prompt":{"max_tokens":120}})";
    run.machine = "Linux 6.1.0 x86_64, 2 processors";
    run.version = "0.1.0";
    run.begunAt = made.begunAt;
    run.id = store.beginRun(run);
    std::vector<data::Attempt> attempts;
    data::RunTime at = 1'000'000;
    for (int i = 0; i < made.requests; ++i) {
        const auto seed = made.seed * 1000 + static_cast<std::uint64_t>(i);
        attempts.push_back(madeAttempt("Azure as stated", "azure-as-stated", i, at, 1, seed));
        at = attempts.back().time.end + 5'000'000;
        attempts.push_back(
            madeAttempt("AWS as expected", "aws-as-expected", i, at, made.slower, seed + 500'000));
        at = attempts.back().time.end + 5'000'000;
    }
    if (made.requests > 20) { // some that went wrong
        data::Attempt& cut = attempts[21];
        cut.outcome = data::Outcome::Provider;
        cut.fault = "truncated";
        data::Attempt& throttled = attempts[33];
        throttled.outcome = data::Outcome::Throttled;
        throttled.fault = "http-429";
        throttled.status = 429;
    }
    store.addAttempts(run.id, attempts);
    run.endedAt = made.begunAt;
    run.state = made.state;
    run.windowEnd = at;
    run.worstLag = 340'000;
    store.endRun(run);
    return run.id;
}

} // namespace parallax::ui::testing
