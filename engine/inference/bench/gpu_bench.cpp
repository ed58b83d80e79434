// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of made-up models of real shapes on a card: decode and prefill, each with the bytes that a step reads
// and their part of the bandwidth that read_bandwidth has measured.
//     parallax_gpu_bench --bandwidth GB/s [--shape NAME] [--format NAME]… [--streams N]… [--layers N]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "engine/inference/bench.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/made_up.h"

namespace {

using namespace parallax::inference;

constexpr int promptTokens = 500;
constexpr int answerTokens = 500;

void measure(const std::string& shape, const std::string& format, const std::vector<int>& streams, int layers,
             double bandwidth) {
    const MadeUp made = madeUp(shape, format, 1, layers);
    const auto file = made.gguf();
    for (const int count : streams) {
        Bench bench(*file, makeCardBackend(), promptTokens + answerTokens + 1, count);
        bench.prefill(promptTokens); // once to warm up
        bench.rewind(0);
        const double prefill = bench.prefill(promptTokens).wall;
        bench.decode(4); // queued, recorded, replayed
        bench.rewind(promptTokens);
        const int steps = count == 1 ? answerTokens : 100;
        const double decode = bench.decode(steps).wall / steps;
        const double bytes = bench.stepBytes(promptTokens + steps / 2);
        std::printf(
            "%-14s %-7s %4d streams: decode %9.1f tok/s (%7.3f ms a step, %6.3f GB a step, %6.1f GB/s",
            shape.c_str(), format.c_str(), count, count / decode, decode * 1e3, bytes * 1e-9,
            bytes / decode * 1e-9);
        if (bandwidth > 0)
            std::printf(", %4.1f %% of %.0f", bytes / decode / bandwidth * 1e-7, bandwidth);
        std::printf("); prompt of %d: %8.2f ms (%8.1f tok/s)\n", promptTokens, prefill * 1e3,
                    promptTokens * count / prefill);
        if (count == 1)
            std::printf("%-14s %-7s answer of %d tokens to a prompt of %d: %.3f s\n", shape.c_str(),
                        format.c_str(), answerTokens, promptTokens, prefill + decode * answerTokens);
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv) {
    std::string shape = "llama-3.1-8b";
    std::vector<std::string> formats;
    std::vector<int> streams;
    double bandwidth = 0;
    int layers = 0;
    for (int i = 1; i + 1 < argc; i += 2) {
        const char* value = argv[i + 1];
        if (std::strcmp(argv[i], "--shape") == 0)
            shape = value;
        else if (std::strcmp(argv[i], "--format") == 0)
            formats.emplace_back(value);
        else if (std::strcmp(argv[i], "--streams") == 0)
            streams.push_back(std::max(std::atoi(value), 1));
        else if (std::strcmp(argv[i], "--layers") == 0)
            layers = std::atoi(value);
        else if (std::strcmp(argv[i], "--bandwidth") == 0)
            bandwidth = std::atof(value);
    }
    if (formats.empty())
        formats = {"bf16", "q8_0", "q4_k"};
    if (streams.empty())
        streams = {1, 64, 256};
    const std::string problem = cardProblem();
    if (!problem.empty()) {
        std::fprintf(stderr, "parallax_gpu_bench: %s\n", problem.c_str());
        return 3;
    }
    std::printf("%s\n", describeCard().c_str());
    try {
        for (const auto& format : formats)
            measure(shape, format, streams, layers, bandwidth);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "parallax_gpu_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
