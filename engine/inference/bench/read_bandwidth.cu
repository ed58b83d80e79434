// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a card's memory is read, by the kernel that the bench holds its figures against, and copied.
#include "engine/inference/bench/probe.cuh"
#include "engine/inference/cuda/read.cuh"

namespace {

constexpr std::size_t bytes = std::size_t{4} << 30; // many times what caches hold

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
                parallax::inference::cuda::on_card::
                    readWords<<<properties.multiProcessorCount * blocks, threads>>>(
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
    std::printf("read bandwidth: %.1f GB/s\n", best * 1e-9);
    cudaFree(memory);
    cudaFree(other);
    return 0;
}
