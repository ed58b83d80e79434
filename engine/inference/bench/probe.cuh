// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cuda_runtime.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

// What the four probes of a card share. They are programs of their own: a failure ends them.

namespace parallax::probe {

inline void check(cudaError_t error, const char* what) {
    if (error == cudaSuccess)
        return;
    std::fprintf(stderr, "%s: %s\n", what, cudaGetErrorString(error));
    std::exit(error == cudaErrorNoDevice || error == cudaErrorInsufficientDriver ? 3 : 1);
}

inline cudaDeviceProp card() {
    int count = 0;
    check(cudaGetDeviceCount(&count), "looking for a card");
    cudaDeviceProp properties{};
    check(cudaGetDeviceProperties(&properties, 0), "looking at the card");
    return properties;
}

// Median seconds of `rounds` runs of what `work` queues, by the card's own clock.
inline double seconds(cudaStream_t stream, int rounds, const std::function<void()>& work) {
    cudaEvent_t begin = nullptr;
    cudaEvent_t end = nullptr;
    check(cudaEventCreate(&begin), "making an event");
    check(cudaEventCreate(&end), "making an event");
    work(); // once to warm up
    std::vector<double> all;
    for (int i = 0; i < rounds; ++i) {
        check(cudaEventRecord(begin, stream), "measuring");
        work();
        check(cudaEventRecord(end, stream), "measuring");
        check(cudaEventSynchronize(end), "measuring");
        float milliseconds = 0;
        check(cudaEventElapsedTime(&milliseconds, begin, end), "measuring");
        all.push_back(milliseconds * 1e-3);
    }
    std::sort(all.begin(), all.end());
    cudaEventDestroy(begin);
    cudaEventDestroy(end);
    return all[all.size() / 2];
}

} // namespace parallax::probe
