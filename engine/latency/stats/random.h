// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace parallax::latency {

// Random numbers by counter: the n-th of a seed is the same whoever asks and in whatever order. SplitMix64
// (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014).
constexpr std::uint64_t randomBits(std::uint64_t seed, std::uint64_t counter) {
    std::uint64_t z = seed + (counter + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

// In (0, 1), never 0 or 1: safe for a logarithm.
constexpr double randomUnit(std::uint64_t seed, std::uint64_t counter) {
    return (static_cast<double>(randomBits(seed, counter) >> 11) + 0.5) * 0x1p-53;
}

// In [0, below).
constexpr std::uint64_t randomBelow(std::uint64_t seed, std::uint64_t counter, std::uint64_t below) {
    return static_cast<std::uint64_t>(randomUnit(seed, counter) * static_cast<double>(below));
}

} // namespace parallax::latency
