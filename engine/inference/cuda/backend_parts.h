// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "engine/device/probe.h"
#include "engine/inference/backend.h"
#include "engine/inference/cuda/device.h"
#include "engine/inference/cuda/kernels.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {

// What the files of the backend share.

struct CardBuffer : Buffer {
    CardBuffer(Device& device, std::size_t numbers)
        : memory(device, numbers * sizeof(float)) {
        data = memory.as<float>();
        size = numbers;
    }
    Memory memory;
};

// Rows of one format that lie together; `turns` says that gate and up do so tile by tile.
struct Part {
    Layout layout{};
    std::size_t rows = 0; // of one of the two, when in turns
    std::size_t firstRow = 0;
    std::size_t firstByte = 0;
    std::size_t tileBytes = 0;
    std::size_t tiles = 0; // all
    bool turns = false;
};

struct CardWeight : Weight {
    std::vector<Part> parts;
    Memory memory;
};

// Packs tensors and brings them to the card; throws what Gguf::copy() throws, and Error{ModelFailed}.
std::unique_ptr<CardWeight> packWeight(Device& device, const Gguf& file,
                                       const std::vector<const Tensor*>& tensors);

// Backend::memoryProbe() of a card.
std::unique_ptr<device::MemoryProbe> makeMemoryProbe(Device& device, std::size_t bytes);

// [layer][page][kvHeads][64][headSize] keys, [layer][page][kvHeads][headSize][64] values.
struct CardCache : Cache {
    Memory keys;
    Memory values;
    std::size_t pageNumbers = 0; // kvHeads * headSize * 64
    std::size_t layerBytes = 0;
    int runs = 0; // of keys, that one sequence can fill
};

// What varies from step to step, in one piece of the card's memory: a graph that was captured for a batch of
// some shape finds the next one's in the same places.
class BatchMirror {
  public:
    // True when the memory is another one now, so that graphs are void.
    bool bring(Device& device, const Batch& batch, int group, const std::vector<float>* turns,
               const std::vector<float>* localTurns);

    const std::int32_t* tokens() const { return m_memory.as<std::int32_t>(); }
    const std::int32_t* positions() const { return tokens() + m_rows; }
    const std::int32_t* rowPages() const { return tokens() + 2 * m_rows; }
    const std::int32_t* wanted() const { return tokens() + 3 * m_rows; }
    const QueryTile* tiles() const { return reinterpret_cast<const QueryTile*>(tokens() + m_tilesAt); }
    const float* turns(bool local) const {
        return m_memory.as<float>() + (local ? m_localTurnsAt : m_turnsAt);
    }
    const std::int32_t* pages() const { return tokens() + m_pagesAt; }
    unsigned tileCount() const { return m_tileCount; }
    int runs() const { return m_runs; } // that the longest sequence has

  private:
    Memory m_memory;
    std::vector<std::int32_t> m_words;
    std::size_t m_rows = 0, m_tilesAt = 0, m_turnsAt = 0, m_localTurnsAt = 0, m_pagesAt = 0;
    unsigned m_tileCount = 0;
    int m_runs = 0;
};

} // namespace parallax::inference::cuda::PARALLAX_SPACE
