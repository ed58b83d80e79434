// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "engine/inference/backend.h"

namespace parallax::inference {

// This machine's NVIDIA card, for those who know nothing of CUDA. In a build without it there is none.

struct CardOptions {
    bool keysInBytes = false; // keys and values as e4m3: half the memory, not the contract
    bool graphs = true;
};

// Heads of more numbers have no room in the shared memory of a block.
inline constexpr int mostHeadSize = 512;

// What most machines have to say; whoever tells people in another language knows these.
inline constexpr const char* builtWithoutCuda = "this program was built without CUDA";
inline constexpr const char* noUsableCard = "there is no NVIDIA card with a driver that is new enough";

// Why no card can be used; empty when one can.
std::string cardProblem();
// Why the kernels cannot run a model, whatever the card; empty when they can.
std::string kernelProblem(const Config& config);
// "NVIDIA H200, 139 GiB (137 free), compute capability 9.0, driver 13.0"; empty when there is none.
std::string describeCard();
std::size_t cardFreeBytes(); // 0 when there is none
int cardProcessors();
// Throws Error{ModelFailed}.
std::unique_ptr<Backend> makeCardBackend(const CardOptions& options = {});

} // namespace parallax::inference
