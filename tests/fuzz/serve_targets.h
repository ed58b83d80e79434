// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "engine/serve/api_error.h"
#include "engine/serve/request.h"

namespace parallax::fuzz {

// A body of any bytes: whatever it says, it is a request within its limits or an error that can be sent.
inline void completionRequest(std::string_view input) {
    for (const serve::Api api : {serve::Api::Chat, serve::Api::Text}) {
        try {
            const serve::CompletionRequest request = serve::parseRequest(input, api);
            const inference::Sampling& sampling = request.sampling;
            bool sound = isUtf8(request.model) && isUtf8(request.prompt) && request.maxTokens >= 0 &&
                         request.minTokens >= 0 && std::isfinite(sampling.temperature) &&
                         sampling.temperature >= 0 && sampling.temperature <= 2 && sampling.topP >= 0 &&
                         sampling.topP <= 1 && sampling.topK >= 0 && request.stop.size() <= 16 &&
                         (api == serve::Api::Text || !request.messages.empty());
            for (const auto& message : request.messages)
                sound = sound && isUtf8(message.content) && !message.role.empty();
            if (!sound)
                std::abort();
        } catch (const serve::ApiError& error) {
            if (error.status < 400 || error.message.empty() || error.message.size() > 1000 ||
                !isUtf8(serve::toJson(error)))
                std::abort();
        }
    }
}

struct ServeTarget {
    const char* name;
    void (*run)(std::string_view);
};
inline constexpr std::array<ServeTarget, 1> serveTargets{{{"completion-request", completionRequest}}};

} // namespace parallax::fuzz
