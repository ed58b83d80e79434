// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/error.h"
#include "engine/inference/cuda/device.h"
#include "engine/inference/sim/fibres.h"
#include "engine/inference/sim/host_device.h"

// The host in the place of a card: work is done where it is asked for.

namespace parallax::inference::cuda::PARALLAX_SPACE {

namespace {
HostLimits limits;
}
HostLimits& hostLimits() {
    return limits;
}

struct Device::State {
    std::vector<std::function<void()>>* recording = nullptr;
};
struct Graph::State {
    std::vector<std::function<void()>> work;
};

Card findCard() {
    Card card;
    card.name = "host in the place of a card";
    card.major = 9;
    card.processors = 4; // so that the runs of a short prompt are split among blocks
    card.memory = limits.memory;
    card.sharedBytes = std::size_t{99} << 10; // as small cards have it
    card.free = limits.memory - std::min(limits.used, limits.memory);
    return card;
}

Device::Device()
    : m_state(std::make_unique<State>())
    , m_card(findCard()) {}
Device::~Device() = default;

Card Device::cardNow() const {
    return findCard();
}

void Device::copyIn(void* to, const void* from, std::size_t bytes) {
    wait();
    if (bytes > 0)
        std::memcpy(to, from, bytes);
}
void Device::copyOut(void* to, const void* from, std::size_t bytes) {
    wait();
    if (bytes > 0)
        std::memcpy(to, from, bytes);
}
std::shared_ptr<void> Device::pin(void*, std::size_t) {
    return nullptr;
}
// What is cleared on a card, so that no tool takes it for an accident that it is read, stays no number here:
// it shows when it comes into a result.
void Device::clear(void*, std::size_t) {
    wait();
}
void Device::wait() {
    if (m_state->recording != nullptr)
        throw std::logic_error("nothing but kernels belongs into a graph");
    if (limits.lost)
        throw Error(ErrorCode::ModelFailed, {"the graphics card, computing: it is lost"});
}

void Device::enqueue(Grid grid, unsigned threads, std::size_t shared, std::function<void()> kernel) {
    if (limits.lost)
        throw Error(ErrorCode::ModelFailed, {"the graphics card, starting work: it is lost"});
    if (grid.x == 0 || grid.y == 0 || grid.z == 0 || grid.y > 65535 || grid.z > 65535 || threads == 0 ||
        threads > 1024 || shared > 227 * 1024)
        throw std::logic_error("a card would not start this kernel");
    auto work = [grid, threads, shared, kernel = std::move(kernel)] {
        sim::runKernel({grid.x, grid.y, grid.z}, threads, shared, kernel);
    };
    if (m_state->recording != nullptr)
        m_state->recording->push_back(work);
    else
        work();
}

std::unique_ptr<Graph> Device::capture(const std::function<bool()>& work) {
    auto state = std::make_unique<Graph::State>();
    m_state->recording = &state->work;
    bool whole = false;
    try {
        whole = work();
    } catch (...) {
        m_state->recording = nullptr;
        throw;
    }
    m_state->recording = nullptr;
    return whole ? std::make_unique<Graph>(std::move(state)) : nullptr;
}
void Device::replay(Graph& graph) {
    ++limits.replays;
    for (const auto& kernel : graph.m_state->work)
        kernel();
}

Graph::Graph(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
Graph::~Graph() = default;

// What nobody wrote is not a number, in whatever type it is read.
Memory::Memory(Device& device, std::size_t bytes)
    : m_bytes(bytes)
    , m_device(&device) {
    if (bytes == 0)
        return;
    if (limits.used + bytes > limits.memory)
        throw Error(ErrorCode::ModelFailed, {"the graphics card, taking memory: it has no more"});
    m_data = ::operator new(bytes, std::align_val_t{16});
    std::memset(m_data, 0xFF, bytes);
    limits.used += bytes;
}
Memory::~Memory() {
    if (m_data == nullptr)
        return;
    limits.used -= m_bytes;
    ::operator delete(m_data, std::align_val_t{16});
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
