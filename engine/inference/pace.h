// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>

#include "engine/inference/backend.h"

namespace parallax::inference {

// How an engine is doing, for a window that looks now and then.
struct EngineStats {
    DeviceMemory memory;          // of the device, as of its last step; all 0 where it is the machine's own
    int running = 0;              // requests
    double tokensPerSecond = 0;   // that came out, over the last second or so of work
    double bytesPerSecond = 0;    // of weights, keys and values that were read for them
    double bandwidthShare = 0;    // of what the device's makers say it can read; 0: they do not
    double lastStep = 0;          // seconds
    unsigned long long steps = 0; // since the model was loaded
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
        ++m_stats.steps;
    }
    // True every quarter of a second: asking a card for its memory is not free.
    bool memoryIsOld() const { return Clock::now() - m_memoryAt > std::chrono::milliseconds(250); }
    void setMemory(DeviceMemory memory) {
        const std::lock_guard lock(m_mutex);
        m_stats.memory = memory;
        m_memoryAt = Clock::now();
    }
    EngineStats stats(double bandwidth, int running) const {
        const std::lock_guard lock(m_mutex);
        EngineStats out = m_stats;
        out.running = running;
        if (m_seconds > 0) {
            out.tokensPerSecond = m_tokens / m_seconds;
            out.bytesPerSecond = m_bytes / m_seconds;
        }
        if (bandwidth > 0)
            out.bandwidthShare = out.bytesPerSecond / bandwidth;
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
