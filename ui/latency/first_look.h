// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "data/measure/endpoint.h"
#include "ui/latency/run_wishes.h"

namespace parallax::ui {

// A first look without a key, a model or a network: two simulated providers as an article states them, beside
// the local engine on a made-up model, in process and through a server of its own.

// Writes the made-up model (4 MB of random weights, the same everywhere) where it is not there yet; into the
// library's folder, for instance. Nothing where it cannot be written. Not on the GUI thread.
std::filesystem::path firstLookModel(const std::filesystem::path& folder) noexcept;

// `model` may be empty: the simulated ones alone. `served`: whoever starts the run starts servers, too.
std::vector<data::Endpoint> firstLookEndpoints(const std::filesystem::path& model = {}, bool served = false);
RunWishes firstLookWishes();

} // namespace parallax::ui
