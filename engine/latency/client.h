// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "data/measure/attempt.h"
#include "engine/latency/provider.h"
#include "engine/latency/run_clock.h"

namespace parallax::latency {

// Which kind of connection a measurement wants: each request a new one without and with a TLS session to
// resume, or one that is kept. What it got stands in the attempt.
enum class ConnectionPolicy { Cold, TlsResumed, Warm };

struct ClientOptions {
    ConnectionPolicy connections = ConnectionPolicy::Warm;
    bool http2 = false; // else one request a connection, so that each has its own phases
    long connectTimeoutMs = 10'000;
    long silenceTimeoutMs = 120'000; // no byte at all: models that think are silent for long
    long totalTimeoutMs = 600'000;
    std::string trustedCertificates;  // a PEM file beside the system's, for servers of one's own
    std::vector<std::string> resolve; // "host:port:address", as libcurl takes it
};

struct Submission {
    const Provider* provider = nullptr;
    HttpRequest request;
    std::string endpoint;
    std::string secret; // cut out of whatever the provider says
    std::int64_t sequence = 0;
    data::RunTime scheduled = 0;
};

using AttemptSink = std::function<void(data::Attempt&&)>;

// Requests over libcurl on one thread that does nothing but stamp and keep bytes while there are any to read;
// they are parsed when the network is silent. TLS is always verified, no redirect is followed, nothing is
// retried. Not for two threads at once.
class Client {
  public:
    Client(const RunClock& clock, ClientOptions options, AttemptSink sink);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void submit(Submission submission);
    std::size_t active() const;

    // Works until `until`, or until an attempt has ended.
    void work(data::RunTime until);

    // Ends what is under way as cancelled.
    void cancelAll();

    // The longest that an event of the network has waited for its callback.
    data::RunTime worstLag() const;

  private:
    class Transfer;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::latency
