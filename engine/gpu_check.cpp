// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's own proof on a machine that has neither Qt nor any other package: what a card computes, held
// against the processor, stage by stage and model by model.
//     parallax_gpu_check [--card] [--host] [--look] [--quick] [--models FOLDER]
// --host puts the host in the place of a card, which takes minutes; --look only tells what there is. Exit
// status: 0 all is the same or there is no card, 1 something differs, 2 wrong usage, 3 with --card when there
// is none.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

#include "engine/device/cpu.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/cuda/parity/run.h"
#include "engine/inference/sim/host_backend.h"

int main(int argc, char** argv) {
    using namespace parallax;
    using namespace parallax::inference;
    parity::Plan plan;
    bool host = false;
    bool needed = false;
    bool look = false;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--host") == 0) {
            host = true;
        } else if (std::strcmp(argv[i], "--card") == 0) {
            needed = true;
        } else if (std::strcmp(argv[i], "--look") == 0) {
            look = true;
        } else if (std::strcmp(argv[i], "--quick") == 0) {
            plan.quick = true;
            plan.rows = {1, 9, 65};
            plan.attentionLength = 300;
            plan.attentionPart = 150;
            plan.steps = 4;
            plan.repeats = 2;
        } else if (std::strcmp(argv[i], "--models") == 0 && i + 1 < argc) {
            plan.models = argv[++i];
        } else {
            std::fprintf(
                stderr, "usage: parallax_gpu_check [--card] [--host] [--look] [--quick] [--models FOLDER]\n");
            return 2;
        }
    }
    std::printf("processor: %s, kernels: %s\n", device::cpuName().c_str(),
                device::cpuLevelName(device::cpuLevel()));
    const std::string problem = cardProblem();
    std::printf("card: %s\n", problem.empty() ? describeCard().c_str() : problem.c_str());
    if (!problem.empty() && !host) {
        std::printf("nothing was checked: 1 group of GPU checks skipped\n");
        return needed ? 3 : 0;
    }
    if (look)
        return 0;
    const auto started = std::chrono::steady_clock::now();
    try {
        const parity::Maker make = [&](const parity::Making& making) {
            return host ? makeHostCard(making.graphs, making.keysInBytes)
                        : makeCardBackend({making.keysInBytes, making.graphs});
        };
        const bool good = parity::runAll(make, plan, [](const std::string& line) {
            std::printf("%s\n", line.c_str());
            std::fflush(stdout);
        });
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
        std::printf("%s after %.1f s\n", good ? "all agree" : "FAILED", took.count());
        return good ? 0 : 1;
    } catch (const std::exception& error) {
        std::printf("FAILED: %s\n", error.what());
        return 1;
    }
}
