// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/inference/cpu/layout.h"

// What the rest of the CPU backend knows of the kernels: plain structs and pointers to functions. The kernels
// are compiled once per kind of processor from the same text, so nothing that has code may stand here. All of
// them give the same bits.

namespace parallax::inference::cpu {

// A sum of products starts at an integer whose bits are those of the number 1.5 * 2^23. Its own bits are then
// that number plus the sum, which stays below 2^22: nothing has to be converted, and what the start gives is
// taken away again without an error (tile_text.h).
static constexpr std::int32_t sumStart = 0x4B400000;
static constexpr float sumStartValue = 12582912;

// 32 columns of a row of activations in 8 bits, and all that belongs to them.
struct RoundedBlock {
    std::int8_t q[blockColumns]; // round(x / scale)
    float scale;
    float minusScaled; // minus the sum of q, times scale: what a format's minima are multiplied by
    // Where sums start with codes that count from 0 instead of -8 or -16: less by so many times the sum of q
    std::int32_t start8;
    std::int32_t start16;
    std::int32_t start32[2]; // from -32: less by so many times the sums of the two halves of q
};

// And in 13 bits, for weights of 15: 32 products of them are below 2^31.
static constexpr std::int32_t mostFine = 4095;
static_assert(std::int64_t{blockColumns} * mostFineCode * mostFine < std::int64_t{1} << 31);
struct FineBlock {
    std::int16_t q[blockColumns]; // round(x / scale), at most mostFine
    float scale;
};

// The rows of activations that a projection reads, prepared once for all groups.
struct Activations {
    // At firstBlock(). Two rows lie side by side, block by block, so that a tile of some rows needs half as
    // many addresses, and there are no registers for more; a row that is alone has `pair` 1.
    const RoundedBlock* rounded;
    const FineBlock* fine;
    std::size_t pair;
    // 16-bit, kept in floats: x rounded to half after an exact power of two, or to bfloat, or as it is
    const float* wide;      // [rows, wideStride], of which columns are used
    std::size_t wideStride; // not a power of two: rows would want the same places of the first cache
    const float* wideSum;   // [rows, columns / 16]
    std::size_t columns;    // of all the rows, whatever the weights
    std::size_t rows;       // that go by the weights, in one call or in several
};

// `count` groups times `rows` rows of activations from `first` on, an even number: out[group][row][16]. What
// a group gives does not depend on the others; a single row reads four at a time, since memory is faster in
// several places at once.
using ProjectKernel = void (*)(const std::uint8_t* const* groups, std::size_t count, int offset,
                               const Activations& x, std::size_t first, std::size_t rows, float* out);

// The attention of a few queries to a run of at most 256 keys that lie in 64-key pages. `queries` of one head
// group, already scaled. Keys from `begin[i]` to below `end[i]`, counted from the start of the run, are
// visible to query i; its `state` takes the run in.
struct AttendRun {
    const float* queries;           // [count, headSize]
    const std::uint16_t* keys[4];   // [headSize, 64] halves
    const std::uint16_t* values[4]; // [64, headSize] halves
    const std::uint16_t* next;      // the first keys of the run that comes next, or null: only asked for
    std::size_t headSize;           // a multiple of 16
    std::size_t count;              // queries
    const std::int32_t* begin;      // [count]
    const std::int32_t* end;        // [count]
    float* most;                    // [count] out: the largest score, -inf when nothing is visible
    float* total;                   // [count] out: sum of exp(score - most)
    float* sum;                     // [count, headSize] out: of the values so weighted
    float* scores;                  // [count, 256] scratch
};

enum class Activation : std::uint8_t { Silu, Gelu };

struct Kernels {
    // Rows of activations that are taken at once where there are many: in 8 bits; in more.
    std::size_t tileRows;
    std::size_t floatRows;
    // [CodeKind][ScaleKind]: activations in 8 or 13 bits; in 16 bits. Null where the two do not occur
    // together.
    ProjectKernel fast[codeKinds][scaleKinds];
    ProjectKernel wide[codeKinds][scaleKinds];
    // x [columns] * weight / rms(x)
    void (*normalise)(const float* x, const float* weight, float epsilon, std::size_t columns, float* out);
    // columns / 32 blocks, each `pair` behind the last; of a row with a number that is not finite all scales
    // are NaN
    void (*quantise)(const float* x, std::size_t columns, std::size_t pair, RoundedBlock* out);
    void (*quantiseFine)(const float* x, std::size_t columns, std::size_t pair, FineBlock* out);
    // A row's weights, halves or bfloats, at most 256 of them and a multiple of 32: in 15 bits, times a power
    // of two (pack_fine.h)
    void (*roundWeights)(const std::uint16_t* row, bool bfloats, std::size_t count, std::int16_t* out,
                         float* scale);
    // x * scale and x, rounded to halves; count a multiple of 16
    void (*roundToHalves)(const float* x, float scale, std::size_t count, float* out);
    void (*storeHalves)(const float* x, std::size_t count, std::uint16_t* out);
    void (*attend)(const AttendRun& run);
    // state [most, total, sum[headSize]] takes a run in
    void (*fold)(float* most, float* total, float* sum, const float* runMost, const float* runTotal,
                 const float* runSum, std::size_t headSize);
    // out[i] = act(gate[i]) * up[i], count a multiple of 16
    void (*gate)(Activation act, const float* gate, const float* up, std::size_t count, float* out);
};

extern const Kernels plainKernels;
extern const Kernels avx2Kernels;
extern const Kernels avxVnniKernels;
extern const Kernels avx512Kernels;
extern const Kernels avx512VnniKernels;
extern const Kernels neonKernels;
extern const Kernels neonDotKernels;

} // namespace parallax::inference::cpu
