// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "data/measure/attempt.h"

namespace parallax::latency {

// The latest request of an endpoint while it is under way. Several at a time: the one that was sent last.
struct alignas(64) LiveEndpoint {
    std::atomic<std::int64_t> request{0}; // counts submissions; what follows is of this one
    std::atomic<data::RunTime> submitted{data::never};
    std::atomic<data::RunTime> firstToken{data::never};
    std::atomic<data::RunTime> lastToken{data::never};
    std::atomic<data::RunTime> ended{data::never};
    std::atomic<std::int64_t> chunks{0};

    // A request is sent; its number is for the calls below, which do nothing once a later one is shown.
    std::int64_t begin(data::RunTime at) {
        const std::int64_t number = request.load(std::memory_order_relaxed) + 1;
        chunks.store(0, std::memory_order_relaxed);
        for (std::atomic<data::RunTime>* time : {&firstToken, &lastToken, &ended})
            time->store(data::never, std::memory_order_relaxed);
        submitted.store(at, std::memory_order_relaxed);
        request.store(number, std::memory_order_relaxed);
        return number;
    }
    void content(std::int64_t number, const data::Timeline& time) {
        if (request.load(std::memory_order_relaxed) != number)
            return;
        firstToken.store(time.firstAny, std::memory_order_relaxed);
        lastToken.store(time.last, std::memory_order_relaxed);
        chunks.store(static_cast<std::int64_t>(time.chunks.size()), std::memory_order_relaxed);
    }
    void end(std::int64_t number, data::RunTime at) {
        if (request.load(std::memory_order_relaxed) == number)
            ended.store(at, std::memory_order_relaxed);
    }
};

// What can be seen of a run under way, from any thread. The thread that measures only stores numbers here: it
// takes no lock and never waits for whoever looks. Numbers that are read together may be of moments apart.
class LiveBoard {
  public:
    explicit LiveBoard(std::size_t endpoints)
        : m_endpoints(std::make_unique<LiveEndpoint[]>(endpoints))
        , m_size(endpoints) {}

    std::size_t size() const { return m_size; }
    LiveEndpoint& endpoint(std::size_t index) { return m_endpoints[index]; } // in the plan's order
    const LiveEndpoint& endpoint(std::size_t index) const { return m_endpoints[index]; }

    std::atomic<std::int64_t> startedAt{0}; // of the run's clock, in steady_clock's nanoseconds; 0: not yet
    std::atomic<std::int64_t> spent{0};     // pico-dollars, as RunResult::spent
    std::atomic<data::RunTime> worstLag{0}; // of our own event loop
    std::atomic<std::int64_t> wanted{0};    // attempts in all, as far as is known: a sweep may take more

  private:
    std::unique_ptr<LiveEndpoint[]> m_endpoints;
    std::size_t m_size = 0;
};

} // namespace parallax::latency
