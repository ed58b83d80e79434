// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/parity/run.h"

#include <algorithm>
#include <cstdio>

#include "engine/inference/cpu/backend.h"
#include "engine/inference/made_up.h"

namespace parallax::inference::parity {
namespace {

// Keys and values in e4m3 have three bits of fraction: no part of the contract, but near it.
constexpr double bytesBound = 1e-2;

std::vector<std::filesystem::path> modelsIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!folder.empty())
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().extension() == ".gguf")
                files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

bool runAll(const Maker& make, const Plan& plan, const std::function<void(const std::string&)>& say) {
    const auto reference = makeCpuBackend({0, Arithmetic::Contract});
    const auto device = make({});
    bool good = true;
    const auto tell = [&](const std::string& what, const Report& report) {
        char line[200];
        std::snprintf(line, sizeof line, "%-34s %5d comparisons, worst row %.1e%s", what.c_str(),
                      report.comparisons, report.worst, report.failures.empty() ? "" : ": FAILED");
        say(line);
        for (const auto& failure : report.failures)
            say("    " + failure);
        good = good && report.failures.empty();
    };
    for (const Format format : allFormats())
        tell(std::string("products of ") + formatInfo(format).name,
             products(*reference, *device, format, plan.rows, !plan.quick));
    tell("rows that are looked up", lookups(*reference, *device, plan.rows));
    Report attention;
    for (const AttentionShape& shape : attentionShapes())
        attention.merge(attentions(*reference, *device, shape, plan.attentionLength, plan.attentionPart));
    tell("attention", attention);
    const auto inBytes = make({true, true});
    Report rounded;
    rounded.merge(attentions(*reference, *inBytes, attentionShapes()[2], plan.attentionLength,
                             plan.attentionPart, bytesBound));
    tell("attention with keys in bytes", rounded);
    const auto plain = make({false, false});
    const auto models = modelsIn(plan.models);
    if (!plan.models.empty() && models.empty()) {
        say("there is no .gguf file in " + plan.models.string() + ": FAILED");
        good = false;
    }
    for (const auto& path : models) {
        const Gguf file(path);
        tell(path.filename().string(), model(*reference, *device, file, plan.steps, plan.repeats));
        tell(path.filename().string() + ", recorded or not", sameBits(*device, *plain, file, plan.steps));
    }
    // Small enough for the sanitizers: recorded steps, and kernels that begin before the last one ends.
    const MadeUp small = madeUp("first-look", "q4_k_m", 1, plan.quick ? 1 : 0);
    const auto smallFile = small.gguf();
    tell("first-look", model(*reference, *device, *smallFile, plan.quick ? 3 : 8, 2));
    tell("first-look, recorded or not", sameBits(*device, *plain, *smallFile, plan.quick ? 3 : 8));
    tell("first-look, in trouble", troubles(*device, *smallFile, !plan.quick));
    for (const char* shape : {"qwen3-0.6b", "gemma-3-1b"}) {
        if (plan.quick)
            break;
        const MadeUp made = madeUp(shape, "q4_k_m", 1, 2);
        tell(std::string(shape) + ", two layers", model(*reference, *device, *made.gguf(), 8, 2));
    }
    return good;
}

} // namespace parallax::inference::parity
