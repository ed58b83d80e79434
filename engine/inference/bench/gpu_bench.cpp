// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of made-up models of real shapes on a card: what `parallax model bench --device cuda` measures, for a
// machine that has no Qt.
//     parallax_gpu_bench [--shape NAME] [--format NAME]… [--streams N]… [--layers N]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "engine/inference/cuda/card.h"
#include "engine/inference/cuda/memory_plan.h"
#include "engine/inference/devices.h"
#include "engine/inference/engine.h"
#include "engine/inference/made_up.h"
#include "engine/inference/measure.h"

namespace {

using namespace parallax::inference;

constexpr int promptTokens = 500;
constexpr int answerTokens = 500;
constexpr int context = (promptTokens + answerTokens + pageTokens - 1) / pageTokens * pageTokens;

// Seconds from a prompt's tokens to the logits of the answer's first one, alone on the card and in the steps
// that the engine takes; median of some rounds.
double firstToken(Bench& bench) {
    constexpr int rounds = 7;
    std::vector<double> all;
    for (int round = 0; round <= rounds; ++round) {
        bench.rewind(0);
        const double wall = bench.prefill(promptTokens, EngineOptions{}.stepTokens).wall;
        if (round > 0) // the first one warms up
            all.push_back(wall);
    }
    std::ranges::sort(all);
    return all[rounds / 2];
}

void measureShape(const std::string& shape, const std::string& format, std::vector<int> streams, int layers) {
    const MadeUp made = madeUp(shape, format, 1, layers);
    const auto file = made.gguf();
    const Config config = readConfig(*file);
    std::ranges::sort(streams);
    // As many of the streams as the card has room for.
    while (!streams.empty()) {
        const std::string problem =
            cuda::planMemory(*file, config, context * streams.back(), {}, cardProcessors())
                .problem(cardFreeBytes());
        if (problem.empty())
            break;
        std::printf("%s %s, %d streams: %s\n", shape.c_str(), format.c_str(), streams.back(),
                    problem.c_str());
        streams.pop_back();
    }
    if (streams.empty())
        return;
    const int most = streams.back();
    OpenedDevice opened = openDevice(DeviceChoice::Cuda, {}, {}, *file, config, context * most);
    Bench bench(*file, std::move(opened.backend), context, most);
    const auto probe = bench.memoryProbe();
    std::printf("%s %s: load %.1f s\n", shape.c_str(), format.c_str(), bench.load().wall);
    for (const int count : streams) {
        bench.setStreams(count);
        MeasurePlan plan;
        // Streams' prompts are taken one by one: many say no more than one.
        plan.prompts = count == 1 ? std::vector<int>{promptTokens} : std::vector<int>{};
        plan.depths = {promptTokens};
        plan.decode = count == 1 ? answerTokens : 100;
        plan.rounds = 3;
        const Measurements measured = measure(bench, *probe, plan);
        std::printf("%4d streams, memory is read at %.1f GB/s\n", count, measured.bandwidth * 1e-9);
        for (const Measured& m : measured.all)
            std::printf("%s\n", describe(m).c_str());
        if (count == 1) {
            std::printf("first token after a prompt of %d, in steps of %d: %.1f ms\n", promptTokens,
                        EngineOptions{}.stepTokens, firstToken(bench) * 1e3);
            std::printf("answer of %d tokens to a prompt of %d: %.3f s\n", answerTokens, promptTokens,
                        promptTokens / measured.all[0].median(&Round::rate) +
                            answerTokens / measured.all[1].median(&Round::rate));
        }
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv) {
    std::string shape = "llama-3.1-8b";
    std::vector<std::string> formats;
    std::vector<int> streams;
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
            measureShape(shape, format, streams, layers);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "parallax_gpu_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
