// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the host waits for: starting a kernel, waiting for it, and the small copies before and after a step.
#include <chrono>

#include "engine/inference/bench/probe.cuh"

namespace {

__global__ void nothing() {}

double hostSeconds(int rounds, const std::function<void()>& work) {
    std::vector<double> all;
    work();
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        all.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

} // namespace

int main() {
    using namespace parallax::probe;
    card();
    cudaStream_t stream = nullptr;
    check(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking), "making a queue");
    const auto wait = [&] { check(cudaStreamSynchronize(stream), "waiting"); };
    const auto start = [&] {
        nothing<<<1, 32, 0, stream>>>();
        check(cudaGetLastError(), "starting work");
    };
    std::printf("a kernel is queued in            %6.2f us\n", hostSeconds(1001, start) * 1e6);
    wait();
    const auto startAndWait = [&] {
        start();
        wait();
    };
    std::printf("queued and waited for in         %6.2f us\n", hostSeconds(301, startAndWait) * 1e6);
    constexpr std::size_t most = std::size_t{64} << 20;
    void* card = nullptr;
    void* host = nullptr;
    check(cudaMalloc(&card, most), "taking memory");
    check(cudaMallocHost(&host, most), "taking pinned memory");
    // A step's batch; the logits of one row and of 64 rows of 128,256.
    for (const std::size_t bytes : {std::size_t{4} << 10, std::size_t{513024}, std::size_t{32833536}}) {
        const double in = hostSeconds(51, [&] {
            check(cudaMemcpyAsync(card, host, bytes, cudaMemcpyHostToDevice, stream), "copying");
            wait();
        });
        const double out = hostSeconds(51, [&] {
            check(cudaMemcpyAsync(host, card, bytes, cudaMemcpyDeviceToHost, stream), "copying");
            wait();
        });
        std::printf("%9zu bytes: to the card %8.2f us (%5.1f GB/s), from it %8.2f us (%5.1f GB/s)\n", bytes,
                    in * 1e6, static_cast<double>(bytes) / in * 1e-9, out * 1e6,
                    static_cast<double>(bytes) / out * 1e-9);
    }
    cudaFree(card);
    cudaFreeHost(host);
    cudaStreamDestroy(stream);
    return 0;
}
