// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/inference/bench.h"

namespace parallax::inference {

// What is measured of a model, in rounds, each beside a reading of the device's memory: neighbours and clocks
// change both alike.
struct MeasurePlan {
    std::vector<int> prompts{512}; // their lengths; those of 0 are left out
    std::vector<int> depths{0};    // tokens before the ones that are decoded
    int decode = 16;               // tokens, at each depth
    int rounds = 5;                // at least 1

    int context() const; // tokens that a sequence must have room for
};

struct Round {
    double rate = 0;  // tokens per second, by the clock
    double share = 0; // of the bandwidth that was read beside it, by the clock; see tells()
    // The same in processor time, which neighbours change less; 0 on a device that is no processor.
    double pureRate = 0;
    double pureShare = 0;
};

struct Measured {
    std::string what; // "prefill" or "decode"
    int tokens = 0;
    int depth = 0;
    int produced = 0; // tokens of one round, of all streams
    double bytes = 0; // read from memory for all of them
    std::vector<Round> rounds;

    double median(double Round::*number) const;
    double bytesPerToken() const { return bytes / produced; }
};

struct Measurements {
    double bandwidth = 0;     // bytes per second, median of all readings, by the clock
    double pureBandwidth = 0; // and in processor time; 0 on a device that is no processor
    std::vector<Measured> all;
};

// Two programs that take turns: a round begins when `before` returns, and `after` is told of that one alone.
struct Turns {
    std::function<void()> before;
    std::function<void(const Measured&)> after;
};

// The bench must have room for plan.context() tokens. Throws what it throws.
Measurements measure(Bench& bench, device::MemoryProbe& probe, const MeasurePlan& plan,
                     const Turns& turns = {});

// Whether a share of the memory's bandwidth says anything: what is read faster than the memory gives, but for
// the probe's own spread, was in the processor's caches.
bool tells(double share);

// "decode     16 tokens at   512    101.20 tok/s      812.3 MB/token   61.2 %", and what it is in processor
// time.
std::string describe(const Measured& measured);

} // namespace parallax::inference
