// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

#include "engine/latency/provider.h"

namespace parallax::latency {

// The format of generateContent, which the Gemini API and Vertex share.
nlohmann::ordered_json geminiBody(const RequestContext& context);
void geminiEvent(std::string_view type, std::string_view data, StreamState& state);

} // namespace parallax::latency
