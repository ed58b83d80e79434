// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "engine/inference/cuda/space.h"

// A card as the backend sees it: memory, one queue of work, captured queues. device.cu says so to CUDA,
// sim/device_on_host.cpp does it on the host. Whatever fails throws Error{ModelFailed}; a card that is lost
// fails in every later call, too.

namespace parallax::inference::cuda::PARALLAX_SPACE {

struct Grid {
    unsigned x = 1;
    unsigned y = 1;
    unsigned z = 1;
};

// What this machine has, or why nothing can be used.
struct Card {
    std::string name;
    std::string problem; // empty: it can be used
    int major = 0;       // compute capability
    int minor = 0;
    int processors = 0;
    std::size_t memory = 0;      // bytes
    std::size_t free = 0;        // bytes, now
    std::size_t bandwidth = 0;   // bytes per second by its clock and bus, 0: not told
    std::size_t sharedBytes = 0; // of a block, at most
    int driver = 0;              // 13000: 13.0
    // Kernels wait for the one before them by themselves, so that one may begin before the last one ends: the
    // card can do it, and the code that it was given was compiled so.
    bool dependent = false;
};
Card findCard();

class Memory;
class Graph;

class Device {
  public:
    Device();
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    const Card& card() const { return m_card; }
    Card cardNow() const; // with the memory that is free now

    // All in order. `from` of a copy may be used again when the call returns.
    void copyIn(void* to, const void* from, std::size_t bytes);
    void copyOut(void* to, const void* from, std::size_t bytes); // waits
    // The host's memory that copyOut() reaches without a copy in between, until the result is gone. Null
    // where the system refuses.
    std::shared_ptr<void> pin(void* at, std::size_t bytes);
    void clear(void* at, std::size_t bytes);
    void wait();

    // Queues a kernel; `shared` bytes of shared memory for each block. It may begin before the kernel before
    // it ends, where the card can do that: see waitForStage().
    template <class... Parameters, class... Arguments>
    void launch(void (*kernel)(Parameters...), Grid grid, unsigned threads, std::size_t shared,
                Arguments&&... arguments) {
        launchWith<Parameters...>(kernel, grid, threads, shared, Parameters(arguments)...);
    }

    // What `work` queues becomes a graph instead of being done; null when `work` says that it gave up.
    std::unique_ptr<Graph> capture(const std::function<bool()>& work);
    void replay(Graph& graph);

    bool overlap = true; // programmatic dependent launch, where the card has it

  private:
    friend class Memory;
    template <class... Parameters>
    void launchWith(void (*kernel)(Parameters...), Grid grid, unsigned threads, std::size_t shared,
                    Parameters... parameters) {
#ifdef PARALLAX_ON_HOST
        enqueue(grid, threads, shared, [=] { kernel(parameters...); });
#else
        void* pointers[] = {const_cast<void*>(static_cast<const void*>(&parameters))...};
        enqueue(reinterpret_cast<const void*>(kernel), grid, threads, shared, pointers);
#endif
    }
#ifdef PARALLAX_ON_HOST
    void enqueue(Grid grid, unsigned threads, std::size_t shared, std::function<void()> kernel);
#else
    void enqueue(const void* kernel, Grid grid, unsigned threads, std::size_t shared, void** parameters);
#endif

    struct State;
    std::unique_ptr<State> m_state;
    Card m_card;
};

// A captured queue of kernels.
class Graph {
  public:
    struct State;
    explicit Graph(std::unique_ptr<State> state);
    ~Graph();

  private:
    friend class Device;
    std::unique_ptr<State> m_state;
};

// Bytes on a card, filled with nothing in particular.
class Memory {
  public:
    Memory() = default;
    Memory(Device& device, std::size_t bytes); // throws Error{ModelFailed} when there is no room
    Memory(Memory&& other) noexcept { *this = std::move(other); }
    Memory& operator=(Memory&& other) noexcept {
        std::swap(m_data, other.m_data);
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_device, other.m_device);
        return *this;
    }
    ~Memory();

    std::size_t bytes() const { return m_bytes; }
    template <class T>
    T* as() const {
        return static_cast<T*>(m_data);
    }

  private:
    void* m_data = nullptr;
    std::size_t m_bytes = 0;
    Device* m_device = nullptr;
};

} // namespace parallax::inference::cuda::PARALLAX_SPACE
