// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "data/measure/attempt.h"
#include "engine/latency/run_clock.h"
#include "engine/latency/transport.h"

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

// Requests over libcurl on one thread that does nothing but stamp and keep bytes while there are any to read;
// they are parsed when the network is silent. TLS is always verified, no redirect is followed, nothing is
// retried. Not for two threads at once.
class Client final : public Transport {
  public:
    Client(const RunClock& clock, ClientOptions options, AttemptSink sink);
    ~Client() override;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void submit(Submission submission) override;
    std::size_t active() const override;
    void work(data::RunTime until) override;
    void cancelAll() override;
    data::RunTime worstLag() const override;

  private:
    class Transfer;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::latency
