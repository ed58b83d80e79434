// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The truth of our stamps: a server of our own says when it really sent each chunk, on the same clock. Each
// stream is one chunk of 200 bytes every 20 ms; what is printed is how late our stamp of it is, and the
// processor's time, the server's included.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/latency/client.h"
#include "engine/latency/live.h"
#include "engine/latency/metrics.h"
#include "engine/latency/run.h"
#include "engine/latency/stats/percentile.h"
#include "tests/engine/latency/truth_server.h"

using namespace parallax;
using namespace parallax::latency;
using test::TruthServer;

namespace {

// A p99 of the first token takes more than a hundred of them: what few streams are under way at a time answer
// one set after another.
struct Setting {
    int streams;
    int rounds;
    int chunks;
};
constexpr Setting settings[] = {{1, 120, 25}, {64, 2, 200}, {256, 3, 200}};

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

TruthServer::Script stream(int chunks) {
    auto script = test::streamScript(chunks, std::chrono::milliseconds(20));
    const std::string text(200 - test::inChunk(test::tokenEvent("")).size(), 'x');
    for (int i = 1; i <= chunks; ++i)
        script[static_cast<std::size_t>(i)].bytes = test::inChunk(test::tokenEvent(text));
    return script;
}

void measure(const Setting& setting) {
    TruthServer server([script = stream(setting.chunks)](const TruthServer::Request&) { return script; });
    const RunClock clock;
    std::vector<data::Attempt> attempts;
    Client client(clock, {}, [&](data::Attempt&& attempt) { attempts.push_back(std::move(attempt)); });
    data::Endpoint endpoint;
    endpoint.name = "truth";
    endpoint.provider = "compatible";
    endpoint.model = "M";
    const double before = processorSeconds();
    std::int64_t number = 0;
    for (int round = 0; round < setting.rounds; ++round) {
        for (int i = 0; i < setting.streams; ++i) {
            Submission submission;
            endpoint.baseUrl = test::joined({server.url(), "/", std::to_string(number)});
            submission.provider = &providerById("compatible");
            submission.request = submission.provider->request({endpoint, {}, {}, {}});
            submission.sequence = number++;
            client.submit(std::move(submission));
            if (setting.streams == 1)
                continue;
            for (const auto next = clock.now() + 1'000'000'000 / setting.streams; clock.now() < next;)
                client.work(next); // they begin within a second, as those of many users do
        }
        while (client.active() > 0)
            client.work(clock.now() + 10'000'000);
    }
    const double processor = processorSeconds() - before;

    std::vector<double> first, all;
    std::map<std::string, TruthServer::Request> byPath;
    for (const TruthServer::Request& request : server.requests())
        byPath.emplace(request.path, request);
    for (const data::Attempt& attempt : attempts) {
        const auto request = byPath.find("/" + std::to_string(attempt.sequence) + "/chat/completions");
        const auto chunks = static_cast<std::size_t>(setting.chunks);
        if (request == byPath.end() || attempt.time.chunks.size() != chunks) {
            std::printf("a stream was lost\n");
            continue;
        }
        for (std::size_t i = 0; i < chunks; ++i) {
            const auto sent = std::chrono::duration_cast<std::chrono::nanoseconds>(
                request->second.sent[i + 1] - clock.start());
            const double late = static_cast<double>(attempt.time.chunks[i].at - sent.count()) / 1e6;
            all.push_back(late);
            if (i == 0)
                first.push_back(late);
        }
    }
    std::sort(first.begin(), first.end());
    std::sort(all.begin(), all.end());
    if (all.empty())
        return;
    std::printf("%4d streams: first token p50 %.3f ms, p99 %.3f ms of %zu; chunks p50 %.3f ms, p99 %.3f ms, "
                "worst %.3f ms of %zu; %.1f ms of processor for 1,000 chunks\n",
                setting.streams, quantile(first, 0.5), quantile(first, 0.99), first.size(),
                quantile(all, 0.5), quantile(all, 0.99), all.back(), all.size(),
                processor * 1e6 / static_cast<double>(all.size()));
}

// No coordinated omission: a server that answers one request after the other, 50 a second, is offered 100 a
// second. What each request waited from the time that the plan wanted it is known from the server's stamps.
void overload() {
    constexpr int requests = 200, perSecond = 100;
    constexpr auto service = std::chrono::milliseconds(1000 / perSecond * 2);
    auto free = TruthServer::Clock::now();
    TruthServer server([&](const TruthServer::Request& request) { // the server's one thread
        free = std::max(free, request.at) + service;
        auto script = test::streamScript(1, std::chrono::microseconds(0));
        script[1].after = std::chrono::duration_cast<std::chrono::microseconds>(free - request.at);
        return script;
    });
    RunPlan plan;
    plan.endpoints.push_back({"truth", "compatible", server.url(), "M", {}, {}, {}});
    plan.load.kind = LoadKind::Constant;
    plan.load.requests = requests;
    plan.load.warmup = 0;
    plan.load.perSecond = perSecond;
    std::vector<data::Attempt> attempts;
    LiveBoard board(1);
    runPlan(
        plan, {}, "2026-11-26", {}, [&](data::Attempt&& one) { attempts.push_back(std::move(one)); }, {}, {},
        &board);
    std::sort(attempts.begin(), attempts.end(),
              [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
    const auto sent = server.requests(); // in the order of their arrival, which is that of their plan
    if (sent.size() != requests || attempts.size() != requests) {
        std::printf("a request was lost\n");
        return;
    }
    std::vector<double> told, waits, error;
    double lateSubmission = 0;
    for (std::size_t i = 0; i < requests; ++i) {
        const data::Timeline& time = attempts[i].time;
        if (attempts[i].outcome != data::Outcome::Success || sent[i].sent.size() < 2) {
            std::printf("a request failed: %s\n", attempts[i].fault.c_str());
            return;
        }
        const std::int64_t scheduled = board.startedAt.load() + time.scheduled;
        const double waited =
            static_cast<double>(sent[i].sent[1].time_since_epoch() / std::chrono::nanoseconds(1) -
                                scheduled) /
            1e6;
        waits.push_back(waited);
        told.push_back(*timeToFirstToken(time, Since::Scheduled));
        error.push_back(std::abs(told.back() - waited));
        lateSubmission = std::max(lateSubmission, static_cast<double>(time.submitted - time.scheduled) / 1e6);
    }
    for (auto* values : {&told, &waits, &error})
        std::sort(values->begin(), values->end());
    std::printf(
        "twice the load that the server can take: first token p50 %.1f ms, p99 %.1f ms from the schedule; in "
        "truth %.1f and %.1f; off by at most %.3f ms (p99 %.3f); submitted at most %.3f ms late\n",
        quantile(told, 0.5), quantile(told, 0.99), quantile(waits, 0.5), quantile(waits, 0.99), error.back(),
        quantile(error, 0.99), lateSubmission);
    std::printf("  a closed loop of one would have said %.1f ms of the same server\n",
                static_cast<double>(service.count()));
}

} // namespace

int main() {
    for (const Setting& setting : settings)
        measure(setting);
    overload();
}
