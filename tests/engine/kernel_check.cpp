// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compares every set of kernels that this processor can run with the plain ones, to the bit, and runs the
// tiny models of a folder of golden data against their exact logits. Without Qt: for processors that have
// none.
//   kernel_check [FOLDER]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/device/cpu.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/model.h"
#include "tests/engine/same_kernels.h"

using namespace parallax;
using namespace parallax::inference;

namespace {

const cpu::Kernels& kernelsOf(device::CpuLevel level) {
    switch (level) {
#if defined(__x86_64__)
    case device::CpuLevel::Avx2:
        return cpu::avx2Kernels;
    case device::CpuLevel::AvxVnni:
        return cpu::avxVnniKernels;
    case device::CpuLevel::Avx512:
        return cpu::avx512Kernels;
    case device::CpuLevel::Avx512Vnni:
        return cpu::avx512VnniKernels;
#elif defined(__aarch64__)
    case device::CpuLevel::Neon:
        return cpu::neonKernels;
    case device::CpuLevel::NeonDot:
        return cpu::neonDotKernels;
#endif
    default:
        return cpu::plainKernels;
    }
}

int failures = 0;
void expect(bool good, const std::string& what) {
    if (good)
        return;
    ++failures;
    std::printf("FAIL %s\n", what.c_str());
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The lists of numbers under "ids", the number under `key` of the object `name`: all that is asked of the
// golden data's JSON.
std::vector<std::vector<Token>> promptsOf(const std::string& json) {
    std::vector<std::vector<Token>> prompts;
    const std::string key = "\"ids\": [";
    for (auto at = json.find(key); at != std::string::npos; at = json.find(key, at)) {
        const char* next = json.c_str() + at + key.size();
        prompts.emplace_back();
        for (char* end = nullptr; *next != ']' && *next != 0; next = *end == ',' ? end + 1 : end) {
            prompts.back().push_back(static_cast<Token>(std::strtol(next, &end, 10)));
            if (end == next)
                return {};
        }
        at += key.size();
    }
    return prompts;
}
double numberOf(const std::string& json, const std::string& name, const std::string& key) {
    const auto object = json.find('"' + name + '"');
    const auto at = object == std::string::npos ? object : json.find('"' + key + "\":", object);
    return at == std::string::npos ? 0 : std::strtod(json.c_str() + at + key.size() + 3, nullptr);
}

void checkModel(const std::filesystem::path& folder, const std::string& name, const std::string& errors) {
    const auto prompts = promptsOf(textOf(folder / "logits" / (name + ".json")));
    const std::string exact = textOf(folder / "logits" / (name + ".exact.f32"));
    const Gguf file(folder / "models" / (name + ".gguf"));
    const double peer = numberOf(errors, name, "peer_rel_rms");
    for (const Arithmetic arithmetic : {Arithmetic::Contract, Arithmetic::Fast}) {
        const auto backend = makeCpuBackend({1, arithmetic, device::cpuLevel()});
        Model model(file, *backend);
        const auto vocabulary = static_cast<std::size_t>(model.config().vocabulary);
        double error = 0;
        double size = 0;
        for (std::size_t p = 0; p < prompts.size(); ++p) {
            Batch batch;
            batch.tokens = prompts[p];
            const auto count = static_cast<int>(prompts[p].size());
            batch.parts = {{0, count, 0, 0}};
            for (int page = 0; page * pageTokens < count; ++page)
                batch.pages.push_back(page);
            batch.wanted = {count - 1};
            const auto cache = backend->cache(model.config(), static_cast<int>(batch.pages.size()));
            const auto& logits = *model.forward(batch, *cache);
            for (std::size_t i = 0; i < vocabulary; ++i) {
                float right = 0;
                if ((p * vocabulary + i + 1) * sizeof right <= exact.size())
                    std::memcpy(&right, exact.data() + (p * vocabulary + i) * sizeof right, sizeof right);
                error += std::pow(static_cast<double>(logits[i]) - static_cast<double>(right), 2);
                size += std::pow(static_cast<double>(right), 2);
            }
        }
        const double relative = std::sqrt(error / size);
        const double bound = std::max(1.25 * peer, 2e-3);
        const char* const how = arithmetic == Arithmetic::Contract ? "contract" : "fast";
        std::printf("%-24s %-8s error %.3e, bound %.3e\n", name.c_str(), how, relative, bound);
        expect(relative <= bound, name + " " + how);
    }
}

} // namespace

int main(int count, char** words) {
    try {
        for (const device::CpuLevel level : device::usableCpuLevels()) {
            const std::string name = device::cpuLevelName(level);
            const cpu::Kernels& kernels = kernelsOf(level);
            for (const Format format : test::allFormats)
                expect(test::sameProducts(kernels, format), name + " " + formatInfo(format).name);
            for (const Format format : {Format::F16, Format::BF16})
                expect(test::sameFineProducts(kernels, format),
                       name + " " + formatInfo(format).name + " in integers");
            expect(test::sameRounding(kernels), name + " rounding of activations");
            expect(test::sameNormsAndGates(kernels), name + " norms and gates");
            expect(test::sameAttention(kernels), name + " attention");
            std::printf("compared: %s\n", name.c_str());
        }
        if (count > 1) {
            const std::filesystem::path folder = words[1];
            const std::string errors = textOf(folder / "errors.json");
            std::vector<std::string> names;
            for (const auto& entry : std::filesystem::directory_iterator(folder / "models"))
                names.push_back(entry.path().stem().string());
            std::ranges::sort(names);
            for (const auto& name : names)
                checkModel(folder, name, errors);
        }
    } catch (const std::exception& error) {
        expect(false, error.what());
    }
    std::printf(failures == 0 ? "all good\n" : "%d failures\n", failures);
    return failures == 0 ? 0 : 1;
}
