// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

// Threads of one block of a kernel, as fibres on one thread of the host: each runs until it waits for others,
// so a block of 256 costs microseconds and always goes the same way. Fibres of a warp, and of a block, wait
// for each other here. The sanitizers are told of every switch; to the thread sanitizer, which needs no two
// threads at the same time to see a race, fibres that have not waited for each other are as good as
// concurrent, and so are those of different blocks.

namespace parallax::sim {

constexpr unsigned warpFibres = 32;
constexpr std::size_t boardBytes = 64;

struct Place { // of the fibre that runs
    unsigned thread = 0;
    unsigned threads = 0;
    unsigned block[3] = {0, 0, 0};
    unsigned blocks[3] = {1, 1, 1};
    unsigned char* shared = nullptr;
};
Place here();

// In which order the fibres of a block are taken: a different one for each seed, 0 for the order of their
// numbers. A kernel's result must not depend on it.
void setSchedule(std::uint64_t seed);

// Runs all blocks, one after another. Throws std::logic_error when fibres wait for each other for ever, or at
// different places, or when one ends without having said waitedForStage().
void runKernel(const unsigned (&blocks)[3], unsigned threads, std::size_t shared,
               const std::function<void()>& kernel);

void waitForBlock();
void waitForWarp();
void waitedForStage();
// 32 places of boardBytes each that the fibres of a warp show each other: another one for every other call,
// so that one wait between writing and reading is enough.
unsigned char* nextBoard();

} // namespace parallax::sim
