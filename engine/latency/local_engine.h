// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "data/measure/endpoint.h"
#include "engine/inference/engine.h"

namespace parallax::latency {

// The model file of an endpoint that this machine answers, and how it is to be run: options "threads",
// "context", "cache-tokens", "arithmetic" (fast or contract), "device" (cpu or auto). Throws Error{Usage,
// FileNotFound}.
std::filesystem::path modelFileOf(const data::Endpoint& endpoint);
inference::EngineOptions engineOptionsOf(const data::Endpoint& endpoint);

// Throws what inference::Engine throws.
std::shared_ptr<inference::Engine> openEngine(const data::Endpoint& endpoint, const std::stop_token& stop);

} // namespace parallax::latency
