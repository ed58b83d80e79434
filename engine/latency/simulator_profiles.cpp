// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/simulator_profiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "engine/latency/stats/random.h"

namespace parallax::latency {
namespace {

// 500 tokens in 1.5 s: 0.3 s for the first and 1.2 s for the other 499; in 1.7 s likewise.
constexpr std::array<SimulatorProfile, 7> profiles{{
    {.id = "azure-as-stated",
     .title = "Azure as the article states it (1.5 s for 500 tokens)",
     .firstTokenMs = 300,
     .tokensPerSecond = 499 / 1.2},
    {.id = "aws-as-expected",
     .title = "AWS as expected (1.6 to 1.8 s for 500 tokens)",
     .firstTokenMs = 340,
     .tokensPerSecond = 499 / 1.36},
    {.id = "steady",
     .title = "Quick and steady",
     .firstTokenMs = 20,
     .tokensPerSecond = 1000,
     .spread = 0.02},
    {.id = "lossy", .title = "One stream in five is cut", .firstTokenMs = 100, .cut = 0.2},
    {.id = "rate-limited",
     .title = "One request in three is throttled",
     .firstTokenMs = 100,
     .throttled = 1.0 / 3},
    {.id = "buffered",
     .title = "Behind a proxy that collects the stream",
     .firstTokenMs = 100,
     .buffered = true},
    {.id = "failing", .title = "Every second request fails", .firstTokenMs = 100, .failing = 0.5},
}};

std::string answer(int status, const std::string& headers, const std::string& body) {
    std::array<char, 160> head{};
    std::snprintf(head.data(), head.size(),
                  "HTTP/1.1 %d Simulated\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n",
                  status, body.size());
    std::string out = head.data();
    out += headers;
    out += "\r\n";
    out += body;
    return out;
}

std::string chunk(std::string_view bytes) {
    std::array<char, 24> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    std::string out = size.data();
    out += bytes;
    out += "\r\n";
    return out;
}

std::string ending(int tokens) {
    const std::string count = std::to_string(tokens);
    std::string events =
        R"(data: {"model":"simulation","choices":[{"index":0,"delta":{},"finish_reason":"length"}]})";
    events += "\n\n";
    events += R"(data: {"model":"simulation","choices":[],"usage":{"prompt_tokens":16,"completion_tokens":)";
    events += count;
    events += "}}\n\ndata: [DONE]\n\n";
    return events;
}

// Standard normal by Box and Muller.
double normal(std::uint64_t seed, std::uint64_t counter) {
    return std::sqrt(-2 * std::log(randomUnit(seed, counter))) *
           std::cos(6.283185307179586 * randomUnit(seed, counter + 1));
}

} // namespace

std::span<const SimulatorProfile> simulatorProfiles() {
    return profiles;
}

const SimulatorProfile* simulatorProfile(std::string_view id) {
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [&](const auto& one) { return one.id == id; });
    return found == profiles.end() ? nullptr : &*found;
}

ServerScript simulatedAnswer(const SimulatorProfile& profile, int tokens, std::uint64_t seed,
                             std::uint64_t number) {
    const std::uint64_t counter = 8 * number; // eight random numbers are this request's own
    const double chance = randomUnit(seed, counter);
    const auto after = [](double ms) { return static_cast<data::RunTime>(ms * 1e6); };
    const double first = profile.firstTokenMs * std::exp(profile.spread * normal(seed, counter + 1));
    const double gap = 1000 / profile.tokensPerSecond * std::exp(profile.spread * normal(seed, counter + 3));
    if (chance < profile.failing)
        return {{after(first),
                 answer(500, {}, R"({"error":{"message":"simulated failure","type":"server_error"}})")}};
    if (chance < profile.throttled)
        return {{after(5), answer(429, "Retry-After: 1\r\n",
                                  R"({"error":{"message":"simulated limit","type":"rate_limit_error"}})")}};
    const bool cut = chance < profile.cut;
    const std::string event = chunk(
        "data: {\"model\":\"simulation\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"}}]}\n\n");
    ServerScript script;
    script.push_back({0,
                      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
                      "X-Simulation: yes\r\n\r\n",
                      false});
    const int sent = cut ? tokens / 2 : tokens;
    const std::string end = cut ? std::string() : chunk(ending(tokens)) + "0\r\n\r\n";
    // Whoever collects hands it all over at once: sent one by one, the events of a busy machine would come
    // apart.
    if (profile.buffered) {
        std::string all;
        for (int i = 0; i < sent; ++i)
            all += event;
        script.push_back({after(first + (tokens - 1) * gap), all + end, cut});
        return script;
    }
    for (int i = 0; i < sent; ++i)
        script.push_back({after(first + i * gap), event, false});
    script.push_back({script.back().at, end, cut});
    return script;
}

} // namespace parallax::latency
