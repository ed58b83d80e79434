// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two sides of scripts/bench-latency-peer, each in a process of its own, as a peer has to be.
//   latency_truth serve CHUNKS GAP-MS     an OpenAI-like server that stamps what it really sent; prints its
//   port,
//                                         serves until its input ends, then prints what it did as JSON
//   latency_truth ours URL COUNT STREAMS  our client, so many requests at a time; prints its stamps as JSON
// Times are nanoseconds of the monotonic clock. Each answer begins with a word that names its request.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/latency/live.h"
#include "engine/latency/run.h"
#include "tests/engine/latency/truth_server.h"

using namespace parallax;
using namespace parallax::latency;
using nlohmann::json;
using test::TruthServer;

namespace {

constexpr std::size_t chunkBytes = 200;
constexpr std::size_t nameLength = 8; // "r0000042"

std::string nameOf(int request) {
    char name[32];
    std::snprintf(name, sizeof name, "r%07d", request);
    return name;
}

std::string eventOf(bool chat, const std::string& text) {
    return chat ? test::tokenEvent(text)
                : test::joined({"data: {\"choices\":[{\"text\":\"", text, "\"}]}\n\n"});
}

std::string lastEventsOf(bool chat, int tokens) {
    if (chat)
        return test::lastEvents(tokens);
    return test::joined({"data: {\"choices\":[{\"text\":\"\",\"finish_reason\":\"length\"}]}\n\n",
                         "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":",
                         std::to_string(tokens), ",\"total_tokens\":", std::to_string(tokens + 7),
                         "}}\n\ndata: [DONE]\n\n"});
}

TruthServer::Script answer(const TruthServer::Request& request, int number, int chunks,
                           std::chrono::microseconds gap) {
    if (!request.head.starts_with("POST "))
        return {{std::chrono::microseconds(0),
                 test::answerOf(200, R"({"object":"list","data":[{"id":"M","object":"model"}]})")}};
    const bool chat = request.path.find("chat") != std::string::npos;
    auto script = test::streamScript(chunks, gap);
    const std::size_t frame = test::inChunk(eventOf(chat, "")).size();
    for (int i = 1; i <= chunks; ++i) {
        std::string text = i == 1 ? nameOf(number) : std::string();
        text.resize(chunkBytes - frame - 1, 'x');
        if (i == 1)
            text[nameLength] = ' ';
        text += ' ';
        script[static_cast<std::size_t>(i)].bytes = test::inChunk(eventOf(chat, text));
    }
    script.back().bytes = test::joined({test::inChunk(lastEventsOf(chat, chunks)), "0\r\n\r\n"});
    return script;
}

std::int64_t nanoseconds(TruthServer::Clock::time_point at) {
    return at.time_since_epoch() / std::chrono::nanoseconds(1);
}

// What has to be added to the monotonic clock to get the wall's, which is what the peer stamps by.
std::int64_t wallOffset() {
    std::int64_t best = 0, width = INT64_MAX;
    for (int i = 0; i < 100; ++i) { // the narrowest look
        timespec wall{};
        const auto before = nanoseconds(TruthServer::Clock::now());
        clock_gettime(CLOCK_REALTIME, &wall);
        const auto after = nanoseconds(TruthServer::Clock::now());
        if (after - before < width) {
            width = after - before;
            best = std::int64_t{wall.tv_sec} * 1'000'000'000 + wall.tv_nsec - (before + after) / 2;
        }
    }
    return best;
}

int serve(int chunks, std::chrono::microseconds gap) {
    int number = 0;
    const std::int64_t begun = nanoseconds(TruthServer::Clock::now()), offset = wallOffset();
    TruthServer server(
        [&](const TruthServer::Request& request) { return answer(request, number++, chunks, gap); });
    std::cout << server.port() << std::endl;
    for (std::string line; std::getline(std::cin, line);)
        ;
    json out{{"begun", begun},
             {"offset", offset},
             {"ended", nanoseconds(TruthServer::Clock::now())},
             {"ended_offset", wallOffset()},
             {"requests", json::array()}};
    int at = 0;
    for (const TruthServer::Request& request : server.requests()) {
        json sent = json::array();
        if (request.head.starts_with("POST "))
            for (std::size_t i = 1; i + 1 < request.sent.size(); ++i) // neither the head nor the end
                sent.push_back(nanoseconds(request.sent[i]));
        out["requests"].push_back({{"name", nameOf(at++)}, {"at", nanoseconds(request.at)}, {"sent", sent}});
    }
    std::cout << out.dump() << '\n';
    return 0;
}

std::string nameIn(std::string_view opening) {
    for (std::size_t at = 0; (at = opening.find('r', at)) != std::string_view::npos; ++at) {
        const std::string_view name = opening.substr(at, nameLength);
        if (name.size() == nameLength &&
            std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return std::string(name);
    }
    return {};
}

int ours(const std::string& url, int count, int streams) {
    RunPlan plan;
    data::Endpoint endpoint;
    endpoint.name = "truth";
    endpoint.provider = "compatible";
    endpoint.baseUrl = url;
    endpoint.model = "M";
    plan.endpoints.push_back(endpoint);
    plan.load.kind = LoadKind::Closed;
    plan.load.concurrency = streams;
    plan.load.requests = count;
    plan.load.warmup = 0;
    LiveBoard board(1);
    json out = json::array();
    runPlan(
        plan, {}, "2026-11-26", {},
        [&](data::Attempt&& attempt) {
            const std::int64_t start = board.startedAt.load();
            json chunks = json::array();
            for (const data::Chunk& chunk : attempt.time.chunks)
                chunks.push_back(start + chunk.at);
            out.push_back({{"name", nameIn(attempt.opening)},
                           {"submitted", start + attempt.time.submitted},
                           {"chunks", chunks}});
        },
        {}, {}, &board);
    std::cout << out.dump() << '\n';
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv, argv + argc);
    if (argc == 4 && arguments[1] == "serve")
        return serve(std::atoi(argv[2]),
                     std::chrono::microseconds(static_cast<std::int64_t>(1000 * std::atof(argv[3]))));
    if (argc == 5 && arguments[1] == "ours")
        return ours(arguments[2], std::atoi(argv[3]), std::atoi(argv[4]));
    std::cerr << "latency_truth serve CHUNKS GAP-MS | ours URL COUNT STREAMS\n";
    return 2;
}
