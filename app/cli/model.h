// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/inference/engine.h"

namespace CLI {
class App;
}

namespace parallax::app {

struct Session;

// Which model is to run, and how: what the verbs of `parallax model` share.
struct ModelChoice {
    std::string path;
    std::string device = "auto";
    std::string arithmetic = "fast";
    std::string keys = "fp16";
    int threads = 0;
    int context = 4096;

    inference::EngineOptions options() const; // throws Error{Usage, ModelFailed}
};

CLI::App* addModelCommand(CLI::App& model, const char* name, const char* what, ModelChoice& choice);
void addDeviceOptions(CLI::App& command, ModelChoice& choice);
void addModelTokenize(CLI::App& model, Session& session);
void addModelRun(CLI::App& model, Session& session);
void addModelBench(CLI::App& model, Session& session);

} // namespace parallax::app
