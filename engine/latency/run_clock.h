// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "data/measure/attempt.h"

namespace parallax::latency {

// The one clock of a run: monotonic, so that a step of the wall clock moves nothing.
class RunClock {
  public:
    data::RunTime now() const {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() -
                                                                    m_start)
            .count();
    }
    std::chrono::steady_clock::time_point start() const { return m_start; }

  private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace parallax::latency
