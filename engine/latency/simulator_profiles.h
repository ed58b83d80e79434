// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/measure/attempt.h"

namespace parallax::latency {

// A provider that does not exist, by name: how its streams go. What is measured of it is a simulation, and
// every attempt and report says so.
struct SimulatorProfile {
    std::string_view id;
    std::string_view title;
    double firstTokenMs = 200; // median
    double tokensPerSecond = 100;
    double spread = 0.1; // standard deviation of the logarithm of a request's times
    double failing = 0;  // shares of requests that end so
    double throttled = 0;
    double cut = 0;
    bool buffered = false; // all of it at its end, as behind a proxy that collects
};
std::span<const SimulatorProfile> simulatorProfiles();
const SimulatorProfile* simulatorProfile(std::string_view id); // nullptr: there is none

// What a server sends, and when, counted from the request; the last step may end the connection.
struct ServerStep {
    data::RunTime at = 0; // nanoseconds
    std::string bytes;
    bool close = false;
};
using ServerScript = std::vector<ServerStep>;

// The answer to request `number`: the same for the same seed.
ServerScript simulatedAnswer(const SimulatorProfile& profile, int tokens, std::uint64_t seed,
                             std::uint64_t number);

} // namespace parallax::latency
