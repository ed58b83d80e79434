// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <deque>
#include <vector>

#include "engine/device/memory.h"
#include "engine/device/pool.h"
#include "engine/inference/backend.h"
#include "engine/inference/cpu/kernels.h"

namespace parallax::inference::cpu {

// What the files of the CPU backend share.

using device::Memory;

struct CpuBuffer : Buffer {
    explicit CpuBuffer(std::size_t numbers)
        : memory(numbers * sizeof(float)) {
        data = memory.as<float>();
        size = numbers;
    }
    Memory memory;
};

// One tensor of a weight.
struct Part {
    Format format = Format::F32;
    std::size_t rows = 0;
    std::size_t firstRow = 0;  // of y
    std::size_t firstByte = 0; // of the weight's memory
    std::size_t groups = 0;
    std::size_t groupBytes = 0;
    int offset = 0;
    ProjectKernel kernel = nullptr;
    bool wide = false; // reads activations in 16 bits
    bool fine = false; // has 15 bits, and reads activations in 13
};

struct CpuWeight : Weight {
    std::vector<Part> parts;
    Memory memory;
};

// Keys are [layer][page][kvHeads][headSize][64], values [layer][page][kvHeads][64][headSize], in halves: a
// vector's lanes are keys for the scores and dimensions for the sums.
struct CpuCache : Cache {
    Memory keys;
    Memory values;
    std::size_t pages = 0;
    std::size_t pageNumbers = 0; // kvHeads * headSize * 64

    std::uint16_t* page(const Memory& memory, int layer, std::int32_t number, int head, int headSize) const {
        const std::size_t index = static_cast<std::size_t>(layer) * pages + static_cast<std::size_t>(number);
        return memory.as<std::uint16_t>() + index * pageNumbers +
               static_cast<std::size_t>(head) * static_cast<std::size_t>(headSize) * pageTokens;
    }
};

// Memory that grows and is never cleared.
template <class T>
class Scratch {
  public:
    T* of(std::size_t count) {
        if (count * sizeof(T) > m_memory.bytes())
            m_memory = Memory(count * sizeof(T));
        return m_memory.as<T>();
    }

  private:
    Memory m_memory;
};

// Attention of one batch; in attention.cpp.
class Attender {
  public:
    Attender(device::Pool& pool, const Kernels& kernels)
        : m_pool(pool)
        , m_kernels(kernels) {}
    void attend(Rows out, Rows qkv, const Attention& attention, CpuCache& cache, const Batch& batch);

  private:
    // The runs of keys that one decode step's queries see, dealt out in pieces: each run's result is kept,
    // and who finishes a head group's last piece takes them all in, in their order.
    struct Split {
        int firstRun = 0;
        int runs = 0;
        std::size_t partial = 0;               // the first result: [runs][heads][2 + headSize]
        std::vector<std::atomic<int>> pending; // [kvHeads] pieces
    };
    // A tile of queries of one head group, and the runs of keys that it sees, or some of them.
    struct Item {
        const Batch::Part* part;
        int kvHead;
        int token; // within the part
        int tokens;
        int firstRun;
        int lastRun;
        Split* split; // null: all runs
    };
    void prepareRow(float* row, std::size_t index, const Attention& a, CpuCache& cache, const Batch& batch,
                    const Batch::Part& part) const;
    void runItem(const Item& item, int thread, Rows out, Rows qkv, const Attention& a, const CpuCache& cache,
                 const Batch& batch);
    float* partialOf(const Item& item, int run, std::size_t q, const Attention& a);
    void splitRuns(const Batch::Part& part, const Attention& a);
    void foldRuns(const Item& item, float* state, Rows out, const Attention& a);

    device::Pool& m_pool;
    const Kernels& m_kernels;
    std::vector<Item> m_items;
    std::deque<Split> m_splits;            // of the parts that are dealt out
    std::size_t m_partials = 0;            // results of theirs
    Scratch<float> m_partial;              // [partials][2 + headSize]
    std::vector<Scratch<float>> m_scratch; // per thread
};

} // namespace parallax::inference::cpu
