// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/batch.h"
#include "engine/inference/cuda/device.h"
#include "engine/inference/cuda/layout.h"

// What the backend asks of the kernels: their arguments, and functions that start them. Pointers are the
// card's. All of them give a row the same bits whatever else is in the batch.

namespace parallax::inference::cuda::PARALLAX_SPACE {

constexpr unsigned blockThreads = 256; // of most kernels

// ---- round.cu: activations as a product reads them ----

// In which type, and summed over how many columns for weights with a minimum.
enum class Rounding : std::uint8_t { Half, Bfloat, Float };

// Halves lie in the order in which a lane takes them: of each 32 columns, number 8 t + 4 half + i is column
// 16 half + 4 t + i. Columns that are missing up to `stride` are zeros.
struct Rounded {
    std::uint16_t* numbers; // [rows, stride], or float [rows, stride] for Rounding::Float
    float* factor;          // [rows] what products are multiplied by: a power of two
    float* sums16;          // [stride / 16, rowsUp] of the rounded numbers, rowsUp = rows filled up to 8
    float* sums32;          // [stride / 32, rowsUp]
    std::size_t stride;     // a multiple of 256
};
// norm null: as they are; else x / rms(x) * norm first.
void roundRows(Device& device, Rounding rounding, const float* x, std::size_t rows, std::size_t columns,
               const float* norm, float epsilon, const Rounded& to);

// x [rows, columns] += y / rms(y) * weight
void addNormedRows(Device& device, float* x, const float* y, std::size_t rows, std::size_t columns,
                   const float* weight, float epsilon);

// ---- project_*.cu: products ----

enum class GateKind : std::int8_t { None, Silu, Gelu };

struct Product {
    const std::uint8_t* weight = nullptr; // tiles; a gated one's lie in turns, gate and up
    std::size_t tileBytes = 0;
    unsigned tiles = 0;
    unsigned slabs = 0;         // of a tile
    std::size_t weightRows = 0; // of one of the two, when gated
    std::size_t columns = 0;
    Rounded x{};
    unsigned rows = 0; // of x
    float* y = nullptr;
    std::size_t stride = 0;      // of y's rows
    const float* bias = nullptr; // [weightRows] or null
    bool add = false;            // y += rather than y =
    GateKind gate = GateKind::None;
    unsigned splits = 1;   // blocks that share a tile's columns: productSplits()
    float* sums = nullptr; // [8 ranges, rows, tiles * 16] when splits > 1
};
void project(Device& device, Layout layout, const Product& product);

// y [rows, hidden] = act(x's first half) * its second half, x [rows, 2 hidden]
void gateRows(Device& device, GateKind gate, const float* x, std::size_t rows, std::size_t hidden, float* y);

// ---- attend.cu ----

// Up to so many tokens of one sequence, whose queries are looked at together.
struct QueryTile {
    std::int32_t row; // of the first
    std::int32_t tokens;
    std::int32_t position;  // of the first, in its sequence
    std::int32_t firstPage; // of its sequence, in `pages`
};

struct AttendStage {
    float* qkv = nullptr;             // [rows, (heads + 2 kvHeads) headSize]
    float* out = nullptr;             // [rows, heads headSize]
    std::uint16_t* queries = nullptr; // [rows, heads headSize] halves: scratch
    // [kvHeads, 64, headSize] of one page and layer, and [kvHeads, headSize, 64]; halves, or e4m3 bytes
    void* keys = nullptr; // of the layer: [pages] of these
    void* values = nullptr;
    bool bytes = false;          // e4m3
    std::size_t pageNumbers = 0; // kvHeads * headSize * 64
    const QueryTile* tiles = nullptr;
    const std::int32_t* positions = nullptr; // [rows]
    const std::int32_t* rowPages = nullptr;  // [rows] the page of the row's own key
    const std::int32_t* pages = nullptr;
    const float* turns = nullptr; // [rows, rotary / 2, 2]
    const float* queryNorm = nullptr;
    const float* keyNorm = nullptr;
    float* partial = nullptr;     // [tiles, kvHeads * tilesPerGroup, runs, 16, 2 + headSize] when splits > 1
    unsigned* finished = nullptr; // [tiles, kvHeads * tilesPerGroup], zero between stages
    float epsilon = 0;
    float scale = 0;
    int heads = 0, kvHeads = 0, headSize = 0, rotary = 0, window = 0;
    int runs = 0; // that `partial` has room for
    bool ropeHalves = false, normAfterRope = false;
    unsigned rows = 0, tileCount = 0, splits = 1;
    // Every row is the next one of its own sequence and a tile by itself, so that no block needs a key that
    // another one makes: the kernel that prepares heads is left out.
    bool alone = false;
};
void attend(Device& device, const AttendStage& stage);

// ---- rows.cu ----

// x[row] = row tokens[row] of the weight * scale
void embedRows(Device& device, Layout layout, const std::uint8_t* weight, std::size_t columns,
               const std::int32_t* tokens, std::size_t rows, float scale, float* x);
// y[i] = x[wanted[i]]
void chooseRows(Device& device, const float* x, const std::int32_t* wanted, std::size_t rows,
                std::size_t columns, float* y);

// ---- read.cu ----

// Reads memory and does nothing with it, by so many blocks of so many threads at most; *found becomes 1 where
// what a thread has read, taken as numbers of 32 bits, adds up to 1.
void readMemory(Device& device, const void* from, std::size_t bytes, unsigned blocks, unsigned threads,
                unsigned* found);

} // namespace parallax::inference::cuda::PARALLAX_SPACE
