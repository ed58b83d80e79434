// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/inference/backend.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/cuda/card.h"

namespace parallax::inference {

// Where a model is to run. Auto: on the card when there is one and the model has room there.
enum class DeviceChoice { Auto, Cpu, Cuda };

DeviceChoice deviceChoiceOf(std::string_view name); // "auto", "cpu", "cuda"; throws Error{Usage}
// How keys and values are kept: "fp16", or "fp8" on a card (CardOptions::keysInBytes). Throws Error{Usage}.
bool keysInBytesOf(std::string_view name);

struct OpenedDevice {
    std::unique_ptr<Backend> backend;
    std::string note; // why it is not the card, where that was asked for or would have been taken; or empty
};

// Why the card cannot run a model with room for the keys of so many tokens; empty when it can.
std::string cardRefusal(const CardOptions& card, const Gguf& file, const Config& config, int cacheTokens);

// For a model with room for the keys of so many tokens. Throws Error{ModelFailed} when it is to be the card
// and cannot be, with the reason; Error{Usage} for keys in bytes on the processor, which has none.
OpenedDevice openDevice(DeviceChoice choice, const CpuOptions& cpu, const CardOptions& card, const Gguf& file,
                        const Config& config, int cacheTokens);

} // namespace parallax::inference
