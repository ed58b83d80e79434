// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>

#include "engine/inference/backend.h"

namespace parallax::inference {

// How an engine is doing, for a window that looks now and then.
struct EngineStats {
    DeviceMemory memory;           // of the device, as of its last step; all 0 where it is the machine's own
    int running = 0;               // requests
    double tokensPerSecond = 0;    // that came out, over the last second or so of work
    double bytesPerSecond = 0;     // of weights, keys and values that were read for them
    double bytesPerToken = 0;      // the same, for each token that came out
    double bandwidth = 0;          // bytes per second that the device's memory can read, as measured
                                   // (Engine::measureBandwidth), else as its makers say; 0: unknown
    double bandwidthShare = 0;     // bytesPerSecond of bandwidth; 0: unknown
    double firstToken = 0;         // seconds from the submission, of the latest answer that has begun
    double lastStep = 0;           // seconds
    unsigned long long steps = 0;  // since the model was loaded
    unsigned long long tokens = 0; // of answers, since then
};

// Keeps EngineStats: the engine's thread tells of each step, any thread asks.
class Pace {
  public:
    using Clock = std::chrono::steady_clock;

    // Steps weigh less the older they are: half after a second of work.
    void add(double seconds, int tokens, double bytes) {
        const std::lock_guard lock(m_mutex);
        const double keep = seconds < 30 ? __builtin_exp2(-seconds) : 0;
        m_seconds = m_seconds * keep + seconds;
        m_tokens = m_tokens * keep + tokens;
        m_bytes = m_bytes * keep + bytes;
        m_stats.lastStep = seconds;
        m_stats.tokens += static_cast<unsigned long long>(tokens);
        ++m_stats.steps;
    }
    void setFirstToken(double seconds) {
        const std::lock_guard lock(m_mutex);
        m_stats.firstToken = seconds;
    }
    void setBandwidth(double bytesPerSecond) {
        const std::lock_guard lock(m_mutex);
        m_stats.bandwidth = bytesPerSecond;
    }
    // True every quarter of a second: asking a card for its memory is not free.
    bool memoryIsOld() const { return Clock::now() - m_memoryAt > std::chrono::milliseconds(250); }
    void setMemory(DeviceMemory memory) {
        const std::lock_guard lock(m_mutex);
        m_stats.memory = memory;
        m_memoryAt = Clock::now();
    }
    // `stated`: the bandwidth that the device's makers tell.
    EngineStats stats(double stated, int running) const {
        const std::lock_guard lock(m_mutex);
        EngineStats out = m_stats;
        out.running = running;
        if (m_seconds > 0) {
            out.tokensPerSecond = m_tokens / m_seconds;
            out.bytesPerSecond = m_bytes / m_seconds;
        }
        if (m_tokens > 0)
            out.bytesPerToken = m_bytes / m_tokens;
        if (out.bandwidth <= 0)
            out.bandwidth = stated;
        if (out.bandwidth > 0)
            out.bandwidthShare = out.bytesPerSecond / out.bandwidth;
        return out;
    }

  private:
    mutable std::mutex m_mutex;
    EngineStats m_stats;
    double m_seconds = 0;
    double m_tokens = 0;
    double m_bytes = 0;
    Clock::time_point m_memoryAt; // of the engine's thread alone
};

} // namespace parallax::inference
