// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a card's memory is read, and copied: what every figure of the bench is held against.
#include <cstdint>

#include "engine/inference/bench/probe.cuh"

namespace {

constexpr std::size_t bytes = std::size_t{4} << 30; // many times what caches hold
constexpr int atOnce = 4;                           // loads of 16 bytes that a thread has under way

// Adds all words up, so that they must be read.
// A thread owns every so many-th run of atOnce times 16 bytes.
__global__ void readAll(const uint4* from, std::size_t count, unsigned* to) {
    const std::size_t step = std::size_t{gridDim.x} * blockDim.x;
    unsigned sum = 0;
    for (std::size_t i = blockIdx.x * std::size_t{blockDim.x} + threadIdx.x; i + (atOnce - 1) * step < count;
         i += atOnce * step) {
        uint4 words[atOnce];
#pragma unroll
        for (int j = 0; j < atOnce; ++j)
            words[j] = __ldcs(from + i + j * step);
#pragma unroll
        for (int j = 0; j < atOnce; ++j)
            sum += words[j].x ^ words[j].y ^ words[j].z ^ words[j].w;
    }
    if (sum == 1) // never for zeros, which the compiler does not know
        *to = sum;
}

} // namespace

int main() {
    using namespace parallax::probe;
    const auto properties = card();
    void* memory = nullptr;
    void* other = nullptr;
    check(cudaMalloc(&memory, bytes), "taking memory");
    check(cudaMalloc(&other, bytes), "taking memory");
    check(cudaMemset(memory, 0, bytes), "clearing memory");
    double best = 0;
    for (const int blocks : {1, 2, 4, 8})
        for (const int threads : {256, 512, 1024}) {
            if (blocks * threads > properties.maxThreadsPerMultiProcessor)
                continue;
            const double time = seconds(nullptr, 9, [&] {
                readAll<<<properties.multiProcessorCount * blocks, threads>>>(
                    static_cast<uint4*>(memory), bytes / 16, static_cast<unsigned*>(other));
                check(cudaGetLastError(), "starting work");
            });
            std::printf("read, %d blocks of %4d threads a processor: %7.1f GB/s\n", blocks, threads,
                        static_cast<double>(bytes) / time * 1e-9);
            best = std::max(best, static_cast<double>(bytes) / time);
        }
    const double copy = seconds(nullptr, 9, [&] {
        check(cudaMemcpyAsync(other, memory, bytes, cudaMemcpyDeviceToDevice), "copying");
    });
    std::printf("copied within the card: %.1f GB/s each way\n", static_cast<double>(bytes) / copy * 1e-9);
    std::printf("read bandwidth: %.1f GB/s\n", best * 1e-9); // scripts/gpu looks for this line
    cudaFree(memory);
    cudaFree(other);
    return 0;
}
