// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/devices.h"

#include "base/error.h"
#include "engine/inference/cuda/memory_plan.h"

namespace parallax::inference {

std::string describe(const Device& device) {
    std::string text = device.name + ", " + device.kernels;
    if (device.threads > 0)
        text += ", " + std::to_string(device.threads) + (device.threads == 1 ? " thread" : " threads");
    return text;
}

DeviceChoice deviceChoiceOf(std::string_view name) {
    if (name.empty() || name == "auto")
        return DeviceChoice::Auto;
    if (name == "cpu")
        return DeviceChoice::Cpu;
    if (name == "cuda")
        return DeviceChoice::Cuda;
    throw Error(ErrorCode::Usage, {"the device is cpu, cuda or auto, not \"" + std::string(name) + "\""});
}

bool keysInBytesOf(std::string_view name) {
    if (name.empty() || name == "fp16")
        return false;
    if (name == "fp8")
        return true;
    throw Error(ErrorCode::Usage, {"keys and values are fp16 or fp8, not \"" + std::string(name) + "\""});
}

std::string cardRefusal(const CardOptions& card, const Gguf& file, const Config& config, int cacheTokens) {
    std::string problem = cardProblem();
    if (problem.empty())
        problem = kernelProblem(config);
    if (problem.empty())
        problem =
            cuda::planMemory(file, config, cacheTokens, card, cardProcessors()).problem(cardFreeBytes());
    return problem;
}

OpenedDevice openDevice(DeviceChoice choice, const CpuOptions& cpu, const CardOptions& card, const Gguf& file,
                        const Config& config, int cacheTokens) {
    if (choice == DeviceChoice::Cpu) {
        if (card.keysInBytes)
            throw Error(ErrorCode::Usage, {"the processor keeps keys and values as fp16; fp8 is for cards"});
        return {makeCpuBackend(cpu), {}};
    }
    std::string problem = cardRefusal(card, file, config, cacheTokens);
    if (problem.empty()) {
        try {
            return {makeCardBackend(card), {}};
        } catch (const Error& error) {
            if (choice == DeviceChoice::Cuda)
                throw;
            problem = error.args().empty() ? error.what() : error.args().front();
        }
    }
    if (choice == DeviceChoice::Cuda)
        throw Error(ErrorCode::DeviceUnusable, {problem});
    if (card.keysInBytes)
        problem += "; keys and values are fp16 there";
    return {makeCpuBackend(cpu), problem};
}

} // namespace parallax::inference
