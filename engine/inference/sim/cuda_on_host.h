// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#include "engine/inference/half.h"
#include "engine/inference/sim/fibres.h"

// The part of CUDA that the kernels use, in plain C++, so that any machine can run them: slowly, but under
// the sanitizers. The twin of cuda/lane.h, and of the words that nvcc knows by itself.

// NOLINTBEGIN(bugprone-reserved-identifier): CUDA's own names
#define __global__
#define __device__
#define __launch_bounds__(...)
#define __restrict__ __restrict
// NOLINTEND(bugprone-reserved-identifier)

// Aligned as CUDA's are: what a card would not load from a place is an error of the sanitizer's here.
struct alignas(16) uint4 {
    unsigned x, y, z, w;
};
struct alignas(8) uint2 {
    unsigned x, y;
};
struct alignas(8) float2 {
    float x, y;
};
struct alignas(16) float4 {
    float x, y, z, w;
};

namespace parallax::sim {
struct Three {
    unsigned x, y, z;
};
inline Three threadPlace() {
    return {here().thread, 0, 0};
}
inline Three blockPlace() {
    return {here().block[0], here().block[1], here().block[2]};
}
inline Three blockSize() {
    return {here().threads, 1, 1};
}
inline Three gridSize() {
    return {here().blocks[0], here().blocks[1], here().blocks[2]};
}
} // namespace parallax::sim
#define threadIdx (::parallax::sim::threadPlace())
#define blockIdx (::parallax::sim::blockPlace())
#define blockDim (::parallax::sim::blockSize())
#define gridDim (::parallax::sim::gridSize())

inline void __syncthreads() {
    parallax::sim::waitForBlock();
}
inline void __syncwarp() {
    parallax::sim::waitForWarp();
}
inline void __threadfence() {} // the atomic below orders as well as counts
inline unsigned atomicAdd(unsigned* at, unsigned value) {
    return __atomic_fetch_add(at, value, __ATOMIC_ACQ_REL);
}

namespace parallax::inference::cuda::PARALLAX_SPACE {

inline int lanePlace() {
    return static_cast<int>(sim::here().thread % sim::warpFibres);
}

// What each lane gives is seen by all lanes.
template <class T, class Read>
auto exchange(const T& own, Read read) {
    static_assert(sizeof(T) <= sim::boardBytes);
    unsigned char* board = sim::nextBoard();
    const auto of = [board](int lane) { return board + static_cast<std::size_t>(lane) * sim::boardBytes; };
    std::memcpy(of(lanePlace()), &own, sizeof(T));
    sim::waitForWarp();
    return read([of](int lane) {
        T other;
        std::memcpy(&other, of(lane), sizeof(T));
        return other;
    });
}

struct Fragments {
    float a[4][2];
    float b[2][2];
};
// A lane's four sums: rows g and g + 8, columns 2 t and 2 t + 1. In double, rounded once: tensor cores add in
// an order of their own.
template <class Value>
void multiplyLanes(float (&d)[4], const unsigned (&a)[4], unsigned b0, unsigned b1, Value value) {
    Fragments own{};
    for (int i = 0; i < 2; ++i) {
        for (int reg = 0; reg < 4; ++reg)
            own.a[reg][i] = value(static_cast<std::uint16_t>(a[reg] >> (16 * i)));
        own.b[0][i] = value(static_cast<std::uint16_t>(b0 >> (16 * i)));
        own.b[1][i] = value(static_cast<std::uint16_t>(b1 >> (16 * i)));
    }
    const int g = lanePlace() / 4;
    const int t = lanePlace() % 4;
    exchange(own, [&](auto lane) {
        double sum[4] = {d[0], d[1], d[2], d[3]};
        for (int from = 0; from < 4; ++from) { // columns 2 from, 2 from + 1 and 8 more of a; those rows of b
            const Fragments row = lane(4 * g + from);
            const Fragments column[2] = {lane(8 * t + from), lane(8 * t + 4 + from)};
            for (int reg = 0; reg < 4; ++reg)
                for (int c = 0; c < 2; ++c)
                    for (int i = 0; i < 2; ++i)
                        sum[2 * (reg % 2) + c] +=
                            static_cast<double>(row.a[reg][i]) * static_cast<double>(column[c].b[reg / 2][i]);
        }
        for (int i = 0; i < 4; ++i)
            d[i] = static_cast<float>(sum[i]);
        return 0;
    });
}
inline void multiplyHalves(float (&d)[4], const unsigned (&a)[4], unsigned b0, unsigned b1) {
    multiplyLanes(d, a, b0, b1, fromHalf);
}
inline void multiplyBfloats(float (&d)[4], const unsigned (&a)[4], unsigned b0, unsigned b1) {
    multiplyLanes(d, a, b0, b1, fromBfloat);
}

inline float halfValue(unsigned bits) {
    return fromHalf(static_cast<std::uint16_t>(bits));
}
inline unsigned halfBits(float value) {
    return toHalf(value);
}
template <class Operation>
unsigned eachOfPair(unsigned a, unsigned b, Operation operation) {
    return halfBits(operation(halfValue(a), halfValue(b))) |
           (halfBits(operation(halfValue(a >> 16), halfValue(b >> 16))) << 16);
}
inline unsigned subtractPair(unsigned a, unsigned b) {
    return eachOfPair(a, b, [](float x, float y) { return x - y; });
}
inline unsigned multiplyPair(unsigned a, unsigned b) {
    return eachOfPair(a, b, [](float x, float y) { return x * y; });
}
inline unsigned permuteBytes(unsigned a, unsigned b, unsigned places) {
    const std::uint64_t both = a | (std::uint64_t{b} << 32);
    unsigned out = 0;
    for (unsigned i = 0; i < 4; ++i)
        out |= static_cast<unsigned>((both >> (8 * ((places >> (4 * i)) & 7))) & 255) << (8 * i);
    return out;
}

inline uint4 loadOnce(const void* at) {
    return *static_cast<const uint4*>(at);
}
template <int bytes>
void copyBeside(void* shared, const void* from, bool wanted = true) {
    static_assert(bytes == 16 || bytes == 8 || bytes == 4);
    struct alignas(bytes) Piece {
        unsigned words[bytes / 4];
    };
    *static_cast<Piece*>(shared) = wanted ? *static_cast<const Piece*>(from) : Piece{};
}
inline void commitCopies() {}
template <unsigned left>
void waitForCopies() {}
inline void fetchLine(const void*) {}
inline void keepOrder() {}
inline float loadFresh(const float* at) {
    return *at;
}

inline float shuffleXor(float value, int mask) {
    return exchange(value, [&](auto lane) { return lane(lanePlace() ^ mask); });
}

inline void waitForStage() {
    sim::waitedForStage();
}
inline void letNextBegin() {}

template <class T>
T* sharedMemory() {
    return reinterpret_cast<T*>(sim::here().shared);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
