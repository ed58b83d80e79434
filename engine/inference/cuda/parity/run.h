// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/inference/cuda/parity/parity.h"

namespace parallax::inference::parity {

// All comparisons with one kind of device, told one by one: what parallax_gpu_check prints.
struct Plan {
    std::vector<std::size_t> rows{1, 3, 8, 17, 64, 300};
    int attentionLength = 700; // three runs of keys
    int attentionPart = 300;
    std::filesystem::path models; // a folder of .gguf files, or empty
    int steps = 32;               // greedy tokens of each model
    int repeats = 10;
    bool quick = false; // fewer shapes: for the sanitizers of a card, which are a hundred times slower
};
// `make` makes a device of that kind, with graphs and without, with keys in halves or in bytes.
struct Making {
    bool graphs = true;
    bool keysInBytes = false;
};
using Maker = std::function<std::unique_ptr<Backend>(const Making&)>;
// False when anything failed.
bool runAll(const Maker& make, const Plan& plan, const std::function<void(const std::string&)>& say);

} // namespace parallax::inference::parity
