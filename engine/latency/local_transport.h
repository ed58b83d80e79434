// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <thread>

#include "engine/inference/engine.h"
#include "engine/latency/client.h"
#include "engine/latency/transport.h"

namespace parallax::latency {

// Prompts to an engine in this process, on the clock of the run. A thread takes one prompt after the other,
// puts it into tokens and hands it on, as a server would; the engine's thread stamps each token before
// anything else is done with it.
class LocalTransport final : public Transport {
  public:
    LocalTransport(std::shared_ptr<inference::Engine> engine, const TransportContext& context);
    ~LocalTransport() override; // cancels, and waits for the engine to let go
    LocalTransport(const LocalTransport&) = delete;
    LocalTransport& operator=(const LocalTransport&) = delete;

    void submit(Submission submission) override;
    std::size_t active() const override;
    void work(data::RunTime until) override;
    void cancelAll() override;
    data::RunTime worstLag() const override { return 0; } // nothing waits for a loop of ours

  private:
    struct Job;
    struct Shared; // with the engine's thread

    void prepare();
    void start(const std::shared_ptr<Job>& job);
    void giveUp(const std::shared_ptr<Job>& job, Failure why);
    void giveUpExpired();
    void collect();

    std::shared_ptr<inference::Engine> m_engine;
    const RunClock& m_clock;
    const ClientOptions& m_options;
    AttemptSink m_sink;
    std::string m_model;
    std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace parallax::latency
