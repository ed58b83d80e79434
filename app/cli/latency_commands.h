// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace parallax::app {

struct Session;

// Further subcommands of `parallax latency`, each in its own file.
void addLatencyClaims(CLI::App& latency, Session& session);
void addLatencyFiles(CLI::App& latency, Session& session); // export, import

} // namespace parallax::app
