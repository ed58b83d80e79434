// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/latency/client.h"
#include "engine/latency/provider.h"
#include "tests/engine/latency/truth_server.h"

// Requests of a Client to a server of a test.
namespace parallax::test {

inline constexpr const char* key = "SECRET-KEY-0123456789";

inline latency::Submission submissionTo(const std::string& url, std::int64_t sequence = 0,
                                        const std::string& provider = "compatible") {
    data::Endpoint endpoint;
    endpoint.name = "e";
    endpoint.provider = provider;
    endpoint.region = "us-east-1";
    endpoint.baseUrl = url;
    endpoint.model = "M";
    const latency::Prompt prompt;
    latency::Submission submission;
    submission.provider = &latency::providerById(provider);
    submission.request = submission.provider->request({endpoint, prompt, key, "20260102T030405Z"});
    submission.endpoint = "e";
    submission.secret = key;
    submission.sequence = sequence;
    return submission;
}

// Runs the requests one after the other.
inline std::vector<data::Attempt> attempts(const std::string& url, const latency::ClientOptions& options = {},
                                           int count = 1, const std::string& provider = "compatible") {
    const latency::RunClock clock;
    std::vector<data::Attempt> out;
    latency::Client client(clock, options,
                           [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); });
    for (int i = 0; i < count; ++i) {
        client.submit(submissionTo(url, i, provider));
        while (client.active() > 0)
            client.work(clock.now() + 10'000'000);
    }
    return out;
}

inline data::Attempt attempt(const TruthServer::Script& script, const latency::ClientOptions& options = {},
                             const std::string& provider = "compatible") {
    TruthServer server([&](const TruthServer::Request&) { return script; });
    return attempts(server.url(), options, 1, provider).at(0);
}

inline TruthServer::Step now(const std::string& bytes,
                             TruthServer::Step::Then then = TruthServer::Step::Then::GoOn) {
    return {std::chrono::microseconds(0), bytes, then};
}

inline std::string faultOf(const data::Attempt& attempt) {
    const char* who[] = {"success", "client", "throttled", "provider", "rejected", "filtered", "cancelled"};
    return std::string(who[static_cast<int>(attempt.outcome)]) + ' ' + attempt.fault;
}

} // namespace parallax::test
