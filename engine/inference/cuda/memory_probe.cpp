// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/device/probe.h"
#include "engine/inference/cuda/backend_parts.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

constexpr std::size_t usualBytes = std::size_t{1} << 30; // eight times the largest second cache
constexpr std::size_t passes =
    8; // queued together, so that starting them does not count: a run is some milliseconds

struct Threads {
    unsigned blocks; // a processor
    unsigned each;
};
// Which of them is fastest differs from card to card.
constexpr Threads divisions[] = {{4, 256}, {8, 256}, {4, 512}, {2, 1024}};

class CardProbe : public device::MemoryProbe {
  public:
    CardProbe(Device& device, std::size_t bytes)
        : m_device(device)
        , m_memory(device, bytes)
        , m_found(device, sizeof(unsigned)) {
        m_device.clear(m_memory.as<void>(), bytes);
        run(); // the first use of a kernel loads it
        double best = 0;
        Threads fastest = m_threads;
        for (const Threads& division : divisions) {
            m_threads = division;
            const double wall = run().wall;
            if (best == 0 || wall < best) {
                best = wall;
                fastest = division;
            }
        }
        m_threads = fastest;
    }

    std::size_t bytes() const override { return passes * m_memory.bytes(); }

    device::Spent run() override {
        m_device.wait();
        const device::Spent before = device::spentSoFar();
        for (std::size_t i = 0; i < passes; ++i)
            readMemory(m_device, m_memory.as<void>(), m_memory.bytes(),
                       m_threads.blocks * static_cast<unsigned>(m_device.card().processors), m_threads.each,
                       m_found.as<unsigned>());
        m_device.wait();
        return device::spentSoFar() - before;
    }

  private:
    Device& m_device;
    Memory m_memory;
    Memory m_found;
    Threads m_threads = divisions[0];
};

} // namespace

std::unique_ptr<device::MemoryProbe> makeMemoryProbe(Device& device, std::size_t bytes) {
    if (bytes == 0)
        bytes = std::min(usualBytes, device.cardNow().free / 32 * 16);
    return std::make_unique<CardProbe>(device, bytes);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
