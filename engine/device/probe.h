// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "engine/device/memory.h"
#include "engine/device/pool.h"

namespace parallax::device {

// What work has taken: by the clock on the wall, and of processors by all threads of this program. On a
// machine that others use, too, the second tells what the work would take if it had the processors to itself.
struct Spent {
    double wall = 0;       // seconds
    double processors = 0; // seconds, of all threads together
};
Spent spentSoFar(); // since some moment in the past; differences mean something

inline Spent operator-(Spent a, Spent b) {
    return {a.wall - b.wall, a.processors - b.processors};
}

// How fast a device reads memory that is in no cache: the ceiling of a decode step.
class MemoryProbe {
  public:
    virtual ~MemoryProbe() = default;
    virtual std::size_t bytes() const = 0; // that one run reads
    virtual Spent run() = 0;
};

// The processor, with these threads together.
class ReadProbe : public MemoryProbe {
  public:
    static constexpr std::size_t usualBytes = std::size_t{384} << 20;
    explicit ReadProbe(Pool& pool, std::size_t bytes = usualBytes);
    std::size_t bytes() const override { return m_memory.bytes(); }
    Spent run() override; // reads all of it once

  private:
    Pool& m_pool;
    Memory m_memory;
};

} // namespace parallax::device
