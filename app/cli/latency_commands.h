// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace CLI {
class App;
}

namespace parallax::app {

struct Session;

// One request of a run: by its number, or the one that stands for a percentile.
struct WantedRequest {
    std::string which;    // "17", "3/17" (of a step of a sweep or ramp), "p99"; empty: none
    std::string endpoint; // may be empty where the run has only one
    std::string metric;   // of a percentile
};
void addWantedRequest(CLI::App& report, WantedRequest& wanted);
int reportRequest(const Session& session, std::int64_t run, const WantedRequest& wanted);

// Further subcommands of `parallax latency`, each in its own file.
void addLatencyClaims(CLI::App& latency, Session& session);
void addLatencyFiles(CLI::App& latency, Session& session); // export, import

} // namespace parallax::app
