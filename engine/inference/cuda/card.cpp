// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/card.h"

#include "base/error.h"

#ifdef PARALLAX_HAS_CUDA
#include "engine/inference/cuda/backend.h"
#include "engine/inference/cuda/device.h"
#endif

namespace parallax::inference {

std::string kernelProblem(const Config& config) {
    if (config.headSize <= mostHeadSize)
        return {};
    return "the kernels for graphics cards take heads of " + std::to_string(mostHeadSize) +
           " numbers at most, and this model's have " + std::to_string(config.headSize);
}

#ifdef PARALLAX_HAS_CUDA

std::string cardProblem() {
    return cuda::on_card::findCard().problem;
}

std::string describeCard() {
    const auto card = cuda::on_card::findCard();
    if (!card.problem.empty())
        return {};
    const auto gib = [](std::size_t bytes) { return std::to_string(bytes >> 30); };
    return card.name + ", " + gib(card.memory) + " GiB (" + gib(card.free) + " free), compute capability " +
           std::to_string(card.major) + "." + std::to_string(card.minor) + ", driver " +
           std::to_string(card.driver / 1000) + "." + std::to_string(card.driver % 1000 / 10);
}

std::size_t cardFreeBytes() {
    const auto card = cuda::on_card::findCard();
    return card.problem.empty() ? card.free : 0;
}

int cardProcessors() {
    return cuda::on_card::findCard().processors;
}

std::unique_ptr<Backend> makeCardBackend(const CardOptions& options) {
    return cuda::on_card::makeBackend({options.keysInBytes, options.graphs, true});
}

#else

std::string cardProblem() {
    return builtWithoutCuda;
}
std::string describeCard() {
    return {};
}
std::size_t cardFreeBytes() {
    return 0;
}
int cardProcessors() {
    return 0;
}
std::unique_ptr<Backend> makeCardBackend(const CardOptions&) {
    throw Error(ErrorCode::ModelFailed, {cardProblem()});
}

#endif

} // namespace parallax::inference
